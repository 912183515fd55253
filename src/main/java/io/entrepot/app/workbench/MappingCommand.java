package io.entrepot.app.workbench;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrepot.app.launch.ExitCodes;
import io.entrepot.app.launch.JsonTable;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./hub mapping …}: the workbench on the command line. */
@Command(
    name = "mapping",
    description = "Test, try, compare and promote mappings; roll them back.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "VERB",
    subcommands = {
      MappingTestCommand.class,
      MappingPreviewCommand.class,
      MappingDiffCommand.class,
      MappingShadowCommand.class,
      MappingPromoteCommand.class,
      MappingImportCommand.class,
    })
public final class MappingCommand {

  @Command(description = "The mappings in force, and since when.", mixinStandardHelpOptions = true)
  int list(@Mixin Desk desk) throws Exception {
    JsonNode all = desk.hub().api().get(Desk.PATH);
    desk.hub().print(all, () -> table(all));
    return ExitCodes.OK;
  }

  private static String table(JsonNode all) {
    StringBuilder text = new StringBuilder();
    text.append(JsonTable.of(all.path("mappings"), "mapping", "version", "origin", "since", "who"));
    for (JsonNode mapping : all.path("mappings")) {
      for (JsonNode note : mapping.path("notes")) {
        text.append("%n%s: %s".formatted(mapping.path("mapping").asText(), note.asText()));
      }
    }
    for (JsonNode waiting : all.path("waiting")) {
      text.append(
          "%n%s: stands in the definitions folder and is not in force; promote it"
              .formatted(waiting.asText()));
    }
    return text.toString();
  }

  @Command(
      description = "The text of a mapping: in force, or of a version that was promoted.",
      mixinStandardHelpOptions = true)
  int show(
      @Mixin Desk desk,
      @Parameters(paramLabel = "NAME[@VERSION]", description = "As wms/shipment.outbound.")
          String name)
      throws Exception {
    JsonNode shown = desk.hub().api().get(KnownMapping.parse(name).address());
    desk.hub().print(shown, () -> text(shown));
    return ExitCodes.OK;
  }

  private static String text(JsonNode shown) {
    StringBuilder text = new StringBuilder();
    text.append(
        "# %s@%s%n".formatted(shown.path("mapping").asText(), shown.path("version").asText()));
    shown
        .path("files")
        .fieldNames()
        .forEachRemaining(path -> text.append("# uses %s%n".formatted(path)));
    shown
        .path("state")
        .path("notes")
        .forEach(note -> text.append("# %s%n".formatted(note.asText())));
    return text.append(shown.path("file").asText()).toString().stripTrailing();
  }

  @Command(
      description = "Who put which version in force, and why; newest first.",
      mixinStandardHelpOptions = true)
  int history(
      @Mixin Desk desk,
      @Parameters(paramLabel = "NAME", description = "As wms/shipment.outbound.") String name)
      throws Exception {
    JsonNode changes = desk.hub().api().get(KnownMapping.parse(name).path() + "/history");
    desk.hub()
        .print(
            changes,
            () -> JsonTable.of(changes, "at", "kind", "version", "previous", "who", "why"));
    return ExitCodes.OK;
  }

  @Command(
      description = "Put an earlier version in force again, on all nodes, without a restart.",
      mixinStandardHelpOptions = true)
  int rollback(
      @Mixin Desk desk,
      @Parameters(paramLabel = "NAME", description = "As wms/shipment.outbound.") String name,
      @Option(
              names = "--to",
              paramLabel = "VERSION",
              description = "Of its history (default: before the last promotion).")
          @Nullable String to,
      @Option(names = "--expect", paramLabel = "VERSION", description = "Only if it is in force.")
          @Nullable String expect,
      @Option(names = "--why", paramLabel = "TEXT", description = "For the history.")
          @Nullable String why)
      throws Exception {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("to", to);
    body.put("expect", expect);
    body.put("why", why);
    body.put("by", System.getProperty("user.name"));
    return desk.checked(
        () -> {
          String path = KnownMapping.parse(name).path() + "/rollback";
          JsonNode done = desk.hub().api().post(path, body);
          desk.hub().print(done, () -> MappingPromoteCommand.text(done));
          return ExitCodes.OK;
        });
  }
}
