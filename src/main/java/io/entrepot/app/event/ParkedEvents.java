package io.entrepot.app.event;

import io.entrepot.app.failure.Failure;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Events that could not be delivered, and those of the same keys that wait behind them. */
@Component
final class ParkedEvents {
  private static final int TEXT_MAX = 2000;
  private static final String HELD =
      "EXISTS (SELECT 1 FROM outbox.subscription WHERE name = ? AND fence = ?)";

  private static final String PARK =
      """
      INSERT INTO outbox.parked
        (subscription, position, entity_key, attempts, next_attempt_at, dead, error_class, error_text)
      SELECT ?, ?, ?, ?, now() + ? * interval '1 millisecond', ?, ?, ?
      WHERE %s
      ON CONFLICT (subscription, position) DO UPDATE
      SET attempts = excluded.attempts, next_attempt_at = excluded.next_attempt_at,
          dead = excluded.dead, error_class = excluded.error_class,
          error_text = excluded.error_text
      """
          .formatted(HELD);
  private static final String WAIT =
      """
      INSERT INTO outbox.parked (subscription, position, entity_key)
      SELECT ?, ?, ? WHERE %s
      ON CONFLICT (subscription, position) DO UPDATE SET entity_key = excluded.entity_key
      """
          .formatted(HELD);
  // The next of the key becomes due at once, even if we die before we try it.
  private static final String DELIVERED =
      """
      WITH gone AS (
        DELETE FROM outbox.parked WHERE subscription = ? AND position = ? AND %s
        RETURNING subscription, position, entity_key),
      next AS (
        UPDATE outbox.parked p SET next_attempt_at = now() FROM gone
        WHERE p.subscription = gone.subscription AND p.position = (
          SELECT min(n.position) FROM outbox.parked n
          WHERE n.subscription = gone.subscription AND n.entity_key = gone.entity_key
            AND n.position > gone.position))
      SELECT count(*) FROM gone
      """
          .formatted(HELD);
  private static final String FIRST =
      """
      SELECT position, entity_key, attempts, dead, next_attempt_at <= now() AS due
      FROM outbox.parked WHERE subscription = ? AND entity_key = ? ORDER BY position LIMIT 1
      """;
  private static final String DUE =
      """
      SELECT entity_key FROM outbox.parked WHERE subscription = ? AND next_attempt_at <= now()
      ORDER BY next_attempt_at LIMIT ?
      """;
  private static final String KEYS =
      """
      SELECT entity_key, bool_or(dead) AS dead FROM outbox.parked WHERE subscription = ?
      GROUP BY entity_key
      """;

  private final JdbcTemplate jdbc;

  ParkedEvents(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param next empty when it is dead
   */
  void park(
      Lease lease, SealedEvent event, int attempts, Failure failure, Optional<Duration> next) {
    held(
        lease,
        jdbc.update(
            PARK,
            lease.subscription(),
            event.position(),
            event.entityKey(),
            attempts,
            millis(next),
            next.isEmpty(),
            failure.errorClass(),
            cut(failure.text()),
            lease.subscription(),
            lease.fence()));
  }

  /** Behind an earlier event of its key. */
  void queue(Lease lease, SealedEvent event) {
    held(
        lease,
        jdbc.update(
            WAIT,
            lease.subscription(),
            event.position(),
            event.entityKey(),
            lease.subscription(),
            lease.fence()));
  }

  void delivered(Lease lease, long position) {
    Integer gone =
        jdbc.queryForObject(
            DELIVERED,
            Integer.class,
            lease.subscription(),
            position,
            lease.subscription(),
            lease.fence());
    held(lease, gone == null ? 0 : gone);
  }

  Optional<Parked> first(String subscription, String entityKey) {
    return jdbc
        .query(
            FIRST,
            (row, i) ->
                new Parked(
                    row.getLong("position"),
                    row.getString("entity_key"),
                    row.getInt("attempts"),
                    row.getBoolean("dead"),
                    row.getBoolean("due")),
            subscription,
            entityKey)
        .stream()
        .findFirst();
  }

  List<String> dueKeys(String subscription, int limit) {
    return jdbc.queryForList(DUE, String.class, subscription, limit);
  }

  /** Whether a key is dead, for every parked key. */
  Map<String, Boolean> keys(String subscription) {
    Map<String, Boolean> keys = new HashMap<>();
    jdbc.query(
        KEYS,
        row -> {
          keys.put(row.getString("entity_key"), row.getBoolean("dead"));
        },
        subscription);
    return keys;
  }

  private static void held(Lease lease, int rows) {
    if (rows != 1) {
      throw new LeaseLost(lease.subscription());
    }
  }

  private static @Nullable Long millis(Optional<Duration> next) {
    return next.map(Duration::toMillis).orElse(null);
  }

  private static String cut(String text) {
    return text.length() <= TEXT_MAX ? text : text.substring(0, TEXT_MAX);
  }
}
