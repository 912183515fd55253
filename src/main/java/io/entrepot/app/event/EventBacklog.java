package io.entrepot.app.event;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the subscribing routes have still to do. */
@Component
public final class EventBacklog {
  private static final String LAGS =
      """
      SELECT s.name, s.event,
        (SELECT count(*) FROM (
           SELECT 1 FROM outbox.event e
           WHERE e.name = s.event AND e.position > s.position LIMIT 10000) ahead) AS waiting,
        (SELECT count(*) FROM outbox.parked p
           WHERE p.subscription = s.name AND NOT p.dead) AS parked,
        (SELECT count(*) FROM outbox.parked p
           WHERE p.subscription = s.name AND p.dead) AS dead
      FROM outbox.subscription s ORDER BY s.name
      """;

  private final JdbcClient jdbc;

  EventBacklog(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * One subscription's backlog.
   *
   * @param waiting events it has not reached yet; counted up to 10 000
   * @param parked events that wait for another try, or behind one that does
   * @param dead events that an operator must heal
   */
  public record Lag(String name, String event, long waiting, long parked, long dead) {}

  public List<Lag> lags() {
    return jdbc.sql(LAGS)
        .query(
            (row, number) ->
                new Lag(
                    row.getString("name"),
                    row.getString("event"),
                    row.getLong("waiting"),
                    row.getLong("parked"),
                    row.getLong("dead")))
        .list();
  }
}
