package io.entrepot.app.workbench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.entrepot.app.launch.ExitCodes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./hub mapping test [NAME…]}. */
@Command(
    name = "test",
    description = {
      "Run every example of every mapping; exits 1 when one fails.",
      "Needs no running hub: takes the definitions folder's files over those of this release."
    },
    mixinStandardHelpOptions = true)
final class MappingTestCommand implements Callable<Integer> {
  @Mixin private Desk desk = new Desk();

  @Option(names = "--folder", paramLabel = "DIR", description = "Of another mappings folder.")
  private @Nullable Path folder;

  @Option(names = "--in-force", description = "Ask the running hub for those in force there.")
  private boolean inForce;

  @Parameters(
      paramLabel = "NAME|FILE",
      arity = "0..*",
      description = "Only these, as wms/shipment.outbound or the path of a file (default: all).")
  private List<String> wanted = new ArrayList<>();

  @Override
  public Integer call() throws Exception {
    List<CheckReport> reports = inForce ? atTheHub() : here();
    boolean passed = reports.stream().allMatch(CheckReport::passed);
    desk.hub().print(json(reports, passed), () -> text(reports));
    return passed ? ExitCodes.OK : ExitCodes.CHECK_FAILED;
  }

  private List<CheckReport> here() {
    LocalChecks checks = new LocalChecks(desk, folder);
    List<String> names = wanted.isEmpty() ? checks.names() : wanted;
    return names.stream()
        .map(name -> isFile(name) ? checks.file(Path.of(name)) : checks.named(name))
        .toList();
  }

  private static boolean isFile(String text) {
    return text.endsWith(".yaml") && Files.isRegularFile(Path.of(text));
  }

  private List<CheckReport> atTheHub() throws Exception {
    JsonNode all =
        desk.hub().api().post(Desk.PATH + "/test", JsonNodeFactory.instance.objectNode());
    List<CheckReport> reports = new ArrayList<>();
    for (JsonNode report : all) {
      if (wanted.isEmpty() || wanted.contains(report.path("mapping").asText())) {
        reports.add(Desk.read(report, CheckReport.class));
      }
    }
    return reports;
  }

  private static JsonNode json(List<CheckReport> reports, boolean passed) {
    var json = JsonNodeFactory.instance.objectNode().put("passed", passed);
    json.put("examples", reports.stream().mapToInt(CheckReport::examples).sum());
    json.set("mappings", Desk.tree(reports));
    return json;
  }

  private static String text(List<CheckReport> reports) {
    List<String> lines = new ArrayList<>();
    for (CheckReport report : reports) {
      lines.add(
          "%s %s (%d examples)"
              .formatted(
                  report.passed() ? "ok    " : "FAILED", report.mapping(), report.examples()));
      report.lines().forEach(line -> lines.add("       " + line));
    }
    long failed = reports.stream().filter(report -> !report.passed()).count();
    int examples = reports.stream().mapToInt(CheckReport::examples).sum();
    lines.add(
        "%d mappings, %d examples: %s"
            .formatted(reports.size(), examples, failed == 0 ? "all hold" : failed + " failed"));
    return String.join(System.lineSeparator(), lines);
  }
}
