package io.entrepot.app.schedule;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A schedule as operators see it.
 *
 * @param state NORMAL, PAUSED, BLOCKED (running) or ERROR, as Quartz has it
 * @param nextFires the next three by the clock; empty while it is paused
 */
@JsonNaming(SnakeCaseStrategy.class)
public record ScheduleView(
    String schedule,
    String job,
    String cron,
    String zone,
    Misfire misfire,
    String state,
    List<Instant> nextFires,
    @Nullable ScheduleRun lastRun) {}
