package io.entrepot.app.event;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads the outbox. */
@Component
final class Outbox implements EventLog {
  private static final String COLUMNS =
      """
      SELECT position, id, name, version, entity_key, correlation_id, occurred_at, body
      FROM outbox.event
      """;
  private static final String AFTER =
      COLUMNS + "WHERE name = ? AND position > ? ORDER BY position LIMIT ?";
  private static final String AT = COLUMNS + "WHERE position = ?";
  private static final String BY_CORRELATION =
      COLUMNS + "WHERE correlation_id = ? ORDER BY position LIMIT 1000";

  private final JdbcTemplate jdbc;
  private final SealedJson json;

  Outbox(JdbcTemplate jdbc, SealedJson json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  @Override
  public List<RecordedEvent> byCorrelation(UUID correlationId) {
    return jdbc.query(BY_CORRELATION, Outbox::event, correlationId).stream()
        .map(this::open)
        .toList();
  }

  List<SealedEvent> after(String name, long position, int limit) {
    return jdbc.query(AFTER, Outbox::event, name, position, limit);
  }

  /** The last position that is committed; 0 before the first event. */
  long head() {
    Long head =
        jdbc.queryForObject("SELECT coalesce(max(position), 0) FROM outbox.event", Long.class);
    return head == null ? 0 : head;
  }

  SealedEvent at(long position) {
    return jdbc.query(AT, Outbox::event, position).stream()
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no event at position " + position));
  }

  RecordedEvent open(SealedEvent event) {
    return new RecordedEvent(
        event.position(),
        event.id(),
        event.name(),
        event.version(),
        event.entityKey(),
        event.correlationId(),
        event.occurredAt(),
        json.decode(event.body()));
  }

  private static SealedEvent event(ResultSet row, int index) throws SQLException {
    return new SealedEvent(
        row.getLong("position"),
        row.getObject("id", UUID.class),
        row.getString("name"),
        row.getInt("version"),
        row.getString("entity_key"),
        row.getObject("correlation_id", UUID.class),
        row.getTimestamp("occurred_at").toInstant(),
        row.getBytes("body"));
  }
}
