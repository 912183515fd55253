package io.entrepot.app.workbench;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrepot.app.launch.ExitCodes;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./hub mapping promote FILE}. */
@Command(
    name = "promote",
    description = {
      "Put a mapping file in force on all nodes, without a restart.",
      "Refused, with exit 1, while the file is wrong, an example fails, or somebody was faster."
    },
    mixinStandardHelpOptions = true)
final class MappingPromoteCommand implements Callable<Integer> {
  @Mixin private Desk desk = new Desk();

  @Parameters(paramLabel = "FILE", description = "The mapping file.")
  private Path file = Path.of("");

  @Option(
      names = "--expect",
      paramLabel = "VERSION",
      description = "Only if this version is in force (default: whichever is).")
  private @Nullable String expect;

  @Option(names = "--why", paramLabel = "TEXT", description = "For the history.")
  private @Nullable String why;

  @Override
  public Integer call() throws Exception {
    return desk.checked(this::promote);
  }

  private int promote() throws Exception {
    Map<String, Object> body = desk.forHub(file).toSend();
    body.put("expect", expect);
    body.put("why", why);
    body.put("by", System.getProperty("user.name"));
    JsonNode done = desk.hub().api().post(Desk.PATH + "/promote", body);
    desk.hub().print(done, () -> text(done));
    return ExitCodes.OK;
  }

  static String text(JsonNode done) {
    String mapping = done.path("mapping").asText();
    String version = done.path("version").asText();
    StringBuilder text = new StringBuilder();
    if (!done.path("changed").asBoolean()) {
      text.append("%s: %s is in force already".formatted(mapping, version));
    } else if (done.path("previous").isNull()) {
      text.append("%s: %s is in force, the first of its name".formatted(mapping, version));
    } else {
      text.append(
          "%s: %s is in force, before it was %s"
              .formatted(mapping, version, done.path("previous").asText()));
    }
    done.path("notes").forEach(note -> text.append("%n  %s".formatted(note.asText())));
    return text.toString();
  }
}
