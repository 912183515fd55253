package io.entrepot.app.schedule;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;

/**
 * One run of a schedule.
 *
 * @param dueAt the moment it stands for: a late or recovered run keeps the moment it was due
 * @param asked true when a person asked for it now, false when its time had come
 * @param parameters the file's, with what the asker gave laid over them
 */
public record TaskRun(
    UUID id,
    String schedule,
    Instant dueAt,
    ZoneId zone,
    boolean asked,
    int limit,
    Map<String, String> parameters) {
  public TaskRun {
    parameters = Map.copyOf(parameters);
  }
}
