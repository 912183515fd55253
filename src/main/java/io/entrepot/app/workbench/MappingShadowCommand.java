package io.entrepot.app.workbench;

import io.entrepot.app.launch.ExitCodes;
import io.entrepot.app.workbench.ShadowReport.Counted;
import io.entrepot.app.workbench.ShadowReport.FieldChange;
import io.entrepot.app.workbench.ShadowReport.Sample;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./hub mapping shadow FILE --last 1000}. */
@Command(
    name = "shadow",
    description = {
      "Try a mapping file on the last real messages of its mapping, beside the version in force.",
      "Sends and stores nothing; personal data are hidden. Exits 1 when it rejects a message that",
      "is accepted now."
    },
    mixinStandardHelpOptions = true)
final class MappingShadowCommand implements Callable<Integer> {
  @Mixin private Desk desk = new Desk();

  @Parameters(paramLabel = "FILE", description = "The mapping file.")
  private Path file = Path.of("");

  @Option(
      names = "--last",
      paramLabel = "N",
      defaultValue = "1000",
      description = "Messages at most (default: ${DEFAULT-VALUE}).")
  private int last = 1000;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "30",
      description = "Ends then with what it has seen (default: ${DEFAULT-VALUE}).")
  private int seconds = 30;

  @Override
  public Integer call() throws Exception {
    return desk.checked(this::run);
  }

  private int run() throws Exception {
    Map<String, Object> body = desk.forHub(file).toSend();
    body.put("last", last);
    body.put("seconds", seconds);
    ShadowReport report =
        Desk.read(desk.hub().api().post(Desk.PATH + "/shadow", body), ShadowReport.class);
    desk.hub().print(Desk.tree(report), () -> text(report));
    return report.nowRejected() == 0 ? ExitCodes.OK : ExitCodes.CHECK_FAILED;
  }

  private static String text(ShadowReport report) {
    StringBuilder text = new StringBuilder();
    text.append(
        "%s: %s beside %s in force, %d messages%s%n"
            .formatted(
                report.mapping(),
                report.candidate(),
                report.inForce(),
                report.compared(),
                report.oldest() == null ? "" : " since " + report.oldest()));
    text.append(
        "  same %d, changed %d, now rejected %d, no longer rejected %d, rejected by both %d,"
            .formatted(
                report.same(),
                report.changed(),
                report.nowRejected(),
                report.noLongerRejected(),
                report.rejectedByBoth()));
    text.append(" unreadable %d%n".formatted(report.unreadable()));
    if (!report.complete()) {
      text.append("  the time was over before all messages were read%n".formatted());
    }
    report.fields().forEach(field -> add(text, field));
    add(text, "now rejected", report.rejections());
    add(text, "no longer rejected", report.healed());
    add(text, "neither mapped nor ignored", report.unmapped());
    return text.toString().stripTrailing();
  }

  private static void add(StringBuilder text, FieldChange field) {
    text.append("  field %s changes in %d%n".formatted(field.field(), field.messages()));
    for (Sample sample : field.samples()) {
      text.append(
          "    %s: %s -> %s%n".formatted(sample.message(), sample.before(), sample.after()));
    }
  }

  private static void add(StringBuilder text, String what, List<Counted> counts) {
    for (Counted count : counts) {
      text.append("  %s, %d: %s%n".formatted(what, count.messages(), count.text()));
      count.samples().forEach(id -> text.append("    %s%n".formatted(id)));
    }
  }
}
