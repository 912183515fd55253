package io.entrepot.app.schedule;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrepot.app.launch.ExitCodes;
import io.entrepot.app.launch.HubApi;
import io.entrepot.app.launch.HubOptions;
import io.entrepot.app.text.TextTable;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./hub schedule list|run|pause|resume}. */
@Command(
    name = "schedule",
    description = "See the schedules of the running hub, run one now, pause and resume it.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "list|run|pause|resume")
public final class ScheduleCommand {
  private static final String NAME = "Its name, as ./hub schedule list has it.";
  private static final String PATH = "/api/v1/ops/schedules";
  private static final long ASK_MILLIS = 200;

  @Command(
      description = "All schedules with their next fires and their last run.",
      mixinStandardHelpOptions = true)
  int list(@Mixin HubOptions hub) throws Exception {
    JsonNode schedules = hub.api().get(PATH);
    hub.print(schedules, () -> table(schedules));
    return ExitCodes.OK;
  }

  @Command(
      description = "Run it now and wait for its outcome; exits 1 when it failed.",
      mixinStandardHelpOptions = true)
  int run(
      @Mixin HubOptions hub,
      @Parameters(paramLabel = "SCHEDULE", description = NAME) String schedule,
      @Option(names = "--set", paramLabel = "KEY=VALUE", description = "Parameter of this run.")
          @Nullable Map<String, String> given)
      throws Exception {
    HubApi api = hub.api();
    Map<String, String> parameters = given == null ? new TreeMap<>() : given;
    String id = api.post(PATH + "/" + schedule + "/run", parameters).get("run").asText();
    JsonNode run = awaitEnd(api, id);
    hub.print(run, () -> line(run));
    return run.get("state").asText().equals("DONE") ? ExitCodes.OK : ExitCodes.CHECK_FAILED;
  }

  @Command(
      description = "No more fires by the clock until it is resumed.",
      mixinStandardHelpOptions = true)
  int pause(
      @Mixin HubOptions hub,
      @Parameters(paramLabel = "SCHEDULE", description = NAME) String schedule)
      throws Exception {
    return change(hub, schedule, "pause");
  }

  @Command(description = "Fires by the clock again.", mixinStandardHelpOptions = true)
  int resume(
      @Mixin HubOptions hub,
      @Parameters(paramLabel = "SCHEDULE", description = NAME) String schedule)
      throws Exception {
    return change(hub, schedule, "resume");
  }

  private static int change(HubOptions hub, String schedule, String verb) throws Exception {
    JsonNode changed = hub.api().post(PATH + "/" + schedule + "/" + verb, Map.of());
    hub.print(changed, () -> schedule + " is " + changed.get("state").asText());
    return ExitCodes.OK;
  }

  private static JsonNode awaitEnd(HubApi api, String id) throws Exception {
    JsonNode run = api.get(PATH + "/runs/" + id);
    while (!ScheduleRun.State.valueOf(run.get("state").asText()).isOver()) {
      TimeUnit.MILLISECONDS.sleep(ASK_MILLIS);
      run = api.get(PATH + "/runs/" + id);
    }
    return run;
  }

  private static String line(JsonNode run) {
    String text = run.get("state").asText().equals("FAILED") ? "error" : "result";
    return "%s: %s, %s"
        .formatted(
            run.get("schedule").asText(),
            run.get("state").asText(),
            run.get(text).asText("nothing said"));
  }

  private static String table(JsonNode schedules) {
    TextTable table = new TextTable("schedule", "cron", "zone", "state", "next fire", "last run");
    for (JsonNode schedule : schedules) {
      JsonNode lastRun = schedule.get("last_run");
      table.row(
          schedule.get("schedule").asText(),
          schedule.get("cron").asText(),
          schedule.get("zone").asText(),
          schedule.get("state").asText(),
          schedule.get("next_fires").path(0).asText("-"),
          lastRun.isNull()
              ? "-"
              : lastRun.get("state").asText() + " " + lastRun.get("asked_at").asText());
    }
    return table.render();
  }
}
