package io.entrepot.app.event;

import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The durable positions, and who may move them. Times are the database's: one clock for all. */
@Component
final class Subscriptions {
  private static final String REGISTER =
      """
      INSERT INTO outbox.subscription (name, event, position)
      VALUES (?, ?, CASE WHEN ? THEN 0
                         ELSE (SELECT coalesce(max(position), 0) FROM outbox.event) END)
      ON CONFLICT (name) DO UPDATE SET event = excluded.event
      """;
  private static final String TAKE =
      """
      UPDATE outbox.subscription
      SET owner = ?, fence = fence + 1, leased_until = now() + ? * interval '1 millisecond'
      WHERE name = ? AND (owner IS NULL OR owner = ? OR leased_until < now())
      RETURNING fence, position
      """;
  private static final String RENEW =
      """
      UPDATE outbox.subscription SET leased_until = now() + ? * interval '1 millisecond'
      WHERE name = ? AND fence = ? AND owner = ?
      """;
  private static final String ADVANCE =
      "UPDATE outbox.subscription SET position = ? WHERE name = ? AND fence = ?";
  private static final String RELEASE =
      """
      UPDATE outbox.subscription
      SET owner = NULL, leased_until = NULL, wanted_by = NULL, wanted_until = NULL
      WHERE name = ? AND fence = ?
      """;
  // Asked for only where it evens out the load: its owner has at least two more than the asker.
  private static final String ASK =
      """
      UPDATE outbox.subscription s
      SET wanted_by = ?, wanted_until = now() + ? * interval '1 millisecond'
      WHERE s.name = ? AND s.owner <> ?
        AND (SELECT count(*) FROM outbox.subscription o WHERE o.owner = s.owner)
            >= 2 + (SELECT count(*) FROM outbox.subscription o WHERE o.owner = ?)
      """;
  private static final String WANTED =
      """
      SELECT s.name FROM outbox.subscription s
      WHERE s.owner = ? AND s.wanted_until > now()
        AND (SELECT count(*) FROM outbox.subscription o WHERE o.owner = s.owner)
            >= 2 + (SELECT count(*) FROM outbox.subscription o WHERE o.owner = s.wanted_by)
      ORDER BY s.name LIMIT 1
      """;

  private final JdbcTemplate jdbc;

  Subscriptions(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  void register(String name, String event, boolean fromBeginning) {
    jdbc.update(REGISTER, name, event, fromBeginning);
  }

  /** Empty while another node has it. */
  Optional<Lease> take(String name, String node, Duration time) {
    return jdbc
        .query(
            TAKE,
            (row, i) -> new Lease(name, row.getLong("fence"), row.getLong("position")),
            node,
            time.toMillis(),
            name,
            node)
        .stream()
        .findFirst();
  }

  boolean renew(Lease lease, String node, Duration time) {
    return jdbc.update(RENEW, time.toMillis(), lease.subscription(), lease.fence(), node) == 1;
  }

  void advance(Lease lease, long position) {
    if (jdbc.update(ADVANCE, position, lease.subscription(), lease.fence()) != 1) {
      throw new LeaseLost(lease.subscription());
    }
  }

  void release(Lease lease) {
    jdbc.update(RELEASE, lease.subscription(), lease.fence());
  }

  /** Asks the owner for a subscription, if it has more than its share. */
  void ask(String name, String node, Duration time) {
    jdbc.update(ASK, node, time.toMillis(), name, node, node);
  }

  /** One of ours that another node should have. */
  Optional<String> wanted(String node) {
    return jdbc.queryForList(WANTED, String.class, node).stream().findFirst();
  }
}
