package io.entrepot.app.schedule;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run as its history has it.
 *
 * @param result what it did, when it is DONE
 * @param error why it did not, when it FAILED
 */
@JsonNaming(SnakeCaseStrategy.class)
public record ScheduleRun(
    UUID id,
    String schedule,
    Cause cause,
    State state,
    @Nullable String node,
    Instant askedAt,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    @Nullable String result,
    @Nullable String error) {

  /** Why it ran. */
  public enum Cause {
    CRON,
    ASKED,
    RETRY
  }

  /** ABANDONED: its node died in the middle; the run that came after did its work. */
  public enum State {
    WAITING,
    RUNNING,
    DONE,
    FAILED,
    ABANDONED;

    public boolean isOver() {
      return this != WAITING && this != RUNNING;
    }
  }
}
