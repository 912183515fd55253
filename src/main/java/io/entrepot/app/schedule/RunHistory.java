package io.entrepot.app.schedule;

import io.entrepot.core.id.TimeOrderedId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The runs that were and are, kept in Postgres. */
@Component
final class RunHistory {
  private static final Duration KEPT = Duration.ofDays(90);
  private static final String COLUMNS =
      "id, schedule, cause, state, node, asked_at, started_at, ended_at, result, error";
  private static final String ASK =
      """
      INSERT INTO quartz.schedule_run (id, schedule, cause, state, asked_at)
      VALUES (:id, :schedule, :cause, 'WAITING', :now)
      """;
  private static final String ABANDON =
      """
      UPDATE quartz.schedule_run SET state = 'ABANDONED', ended_at = :now
      WHERE schedule = :schedule AND state = 'RUNNING'
      """;
  private static final String FORGET =
      "DELETE FROM quartz.schedule_run WHERE schedule = :schedule AND asked_at < :before";
  private static final String START =
      """
      UPDATE quartz.schedule_run SET state = 'RUNNING', node = :node, started_at = :now,
        ended_at = NULL
      WHERE id = :id AND state IN ('WAITING', 'ABANDONED')
      """;
  private static final String END =
      """
      UPDATE quartz.schedule_run
      SET state = :state, ended_at = :now, result = :result, error = :error
      WHERE id = :id AND state IN ('WAITING', 'RUNNING')
      """;
  private static final String FIND =
      "SELECT " + COLUMNS + " FROM quartz.schedule_run WHERE id = :id";
  private static final String LATEST =
      "SELECT "
          + COLUMNS
          + """
           FROM quartz.schedule_run WHERE schedule = :schedule
          ORDER BY asked_at DESC, id DESC LIMIT :limit
          """;

  private final JdbcClient jdbc;
  private final Clock clock;

  RunHistory(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  UUID ask(String schedule, ScheduleRun.Cause cause) {
    UUID id = TimeOrderedId.next(clock);
    jdbc.sql(ASK)
        .param("id", id)
        .param("schedule", schedule)
        .param("cause", cause.name())
        .param("now", now())
        .update();
    return id;
  }

  /**
   * Only for the holder of the schedule's lock: a run that still says RUNNING has then died.
   *
   * @return false when that run is over already
   */
  boolean start(UUID id, String schedule, String node) {
    jdbc.sql(FORGET)
        .param("schedule", schedule)
        .param("before", Timestamp.from(clock.instant().minus(KEPT)))
        .update();
    jdbc.sql(ABANDON).param("schedule", schedule).param("now", now()).update();
    return jdbc.sql(START).param("id", id).param("node", node).param("now", now()).update() == 1;
  }

  void done(UUID id, String result) {
    end(id, ScheduleRun.State.DONE, result, null);
  }

  void failed(UUID id, String error) {
    end(id, ScheduleRun.State.FAILED, null, error);
  }

  private void end(
      UUID id, ScheduleRun.State state, @Nullable String result, @Nullable String error) {
    jdbc.sql(END)
        .param("id", id)
        .param("state", state.name())
        .param("now", now())
        .param("result", result)
        .param("error", error)
        .update();
  }

  Optional<ScheduleRun> find(UUID id) {
    return jdbc.sql(FIND).param("id", id).query(RunHistory::row).optional();
  }

  List<ScheduleRun> latest(String schedule, int limit) {
    return jdbc.sql(LATEST)
        .param("schedule", schedule)
        .param("limit", limit)
        .query(RunHistory::row)
        .list();
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }

  private static ScheduleRun row(ResultSet row, int number) throws SQLException {
    return new ScheduleRun(
        row.getObject("id", UUID.class),
        row.getString("schedule"),
        ScheduleRun.Cause.valueOf(row.getString("cause")),
        ScheduleRun.State.valueOf(row.getString("state")),
        row.getString("node"),
        row.getTimestamp("asked_at").toInstant(),
        instant(row, "started_at"),
        instant(row, "ended_at"),
        row.getString("result"),
        row.getString("error"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp stamp = row.getTimestamp(column);
    return stamp == null ? null : stamp.toInstant();
  }
}
