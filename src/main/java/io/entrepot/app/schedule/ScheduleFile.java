package io.entrepot.app.schedule;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One file of {@code schedules/}.
 *
 * @param schedule its name; the file is called {@code <name>.yaml}
 * @param job what runs: {@code task:<name>}, {@code batch:<job>} or {@code route:<endpoint>}
 * @param cron five fields as cron has them, or six with seconds first
 * @param zone in which the cron is read; never left to the machine
 * @param limit most items of one run
 * @param retry when a run failed; null: only the next fire tries again
 * @param parameters handed to the job as they are
 * @param fires examples, each of them a test
 */
public record ScheduleFile(
    String schedule,
    String job,
    Cron cron,
    ZoneId zone,
    Misfire misfire,
    int limit,
    @Nullable Retry retry,
    Map<String, String> parameters,
    List<Fires> fires) {

  /** A failed run is tried again {@code times} times, {@code afterSeconds} after each failure. */
  public record Retry(int times, int afterSeconds) {
    public Retry {
      require(times > 0 && afterSeconds > 0, "retry: times and afterSeconds must be above 0");
    }
  }

  /** After this moment the schedule fires at exactly these, one after the other. */
  public record Fires(OffsetDateTime after, List<OffsetDateTime> at) {
    public Fires {
      require(after != null && at != null && !at.isEmpty(), "fires: needs 'after' and 'at'");
      at = List.copyOf(at);
    }
  }

  public ScheduleFile {
    require(limit > 0, "limit must be above 0");
    parameters = Map.copyOf(parameters);
    fires = List.copyOf(fires);
  }

  @JsonCreator
  static ScheduleFile read(
      @JsonProperty("schedule") @Nullable String schedule,
      @JsonProperty("job") @Nullable String job,
      @JsonProperty("cron") @Nullable String cron,
      @JsonProperty("zone") @Nullable String zone,
      @JsonProperty("misfire") @Nullable Misfire misfire,
      @JsonProperty("limit") int limit,
      @JsonProperty("retry") @Nullable Retry retry,
      @JsonProperty("parameters") @Nullable Map<String, String> parameters,
      @JsonProperty("fires") @Nullable List<Fires> fires) {
    return new ScheduleFile(
        required(schedule, "schedule"),
        required(job, "job"),
        Cron.parse(required(cron, "cron")),
        zone(required(zone, "zone")),
        required(misfire, "misfire (run-once or skip)"),
        limit,
        retry,
        Objects.requireNonNullElse(parameters, Map.of()),
        required(fires, "fires"));
  }

  private static ZoneId zone(String name) {
    require(ZoneId.getAvailableZoneIds().contains(name), "zone '" + name + "' is not known");
    return ZoneId.of(name);
  }

  private static <T> T required(@Nullable T value, String key) {
    if (value == null) {
      throw new IllegalArgumentException("'" + key + "' is missing");
    }
    return value;
  }

  private static void require(boolean held, String rule) {
    if (!held) {
      throw new IllegalArgumentException(rule);
    }
  }
}
