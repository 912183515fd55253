package io.entrepot.app.message;

import static io.entrepot.app.message.MessageRows.at;

import io.entrepot.core.id.TimeOrderedId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Inserts a group of inbound messages with one statement, which is one commit. */
@Component
final class InboundRows {
  /** Keys in one order on every node: two groups with the same keys wait, and do not deadlock. */
  private static final String INSERT =
      """
      WITH incoming AS (
        SELECT * FROM unnest(
          ?::uuid[], ?::text[], ?::text[], ?::text[], ?::uuid[], ?::text[], ?::bytea[])
          AS t(id, partner, document, key, correlation_id, entity_key, payload)),
      fresh AS (
        INSERT INTO message.idempotency_key
          (direction, partner, document, key, message_id, created_at)
        SELECT 'IN', partner, document, key, id, ? FROM incoming
        ORDER BY partner, document, key, id
        ON CONFLICT DO NOTHING
        RETURNING message_id)
      INSERT INTO message.message
        (id, direction, partner, document, idempotency_key, correlation_id, entity_key, status,
         due_at, payload, created_at, updated_at)
      SELECT id, 'IN', partner, document, key, correlation_id, entity_key, 'RECEIVED',
             now(), payload, ?, ?
      FROM incoming JOIN fresh ON fresh.message_id = incoming.id
      RETURNING id
      """;

  private final JdbcTemplate jdbc;
  private final MessageViews views;
  private final SealedContent sealed;
  private final Clock clock;

  InboundRows(JdbcTemplate jdbc, MessageViews views, SealedContent sealed, Clock clock) {
    this.jdbc = jdbc;
    this.views = views;
    this.sealed = sealed;
    this.clock = clock;
  }

  private record Row(UUID id, InboundMessage message) {
    UUID correlationId() {
      return message.correlationId() == null ? id : message.correlationId();
    }
  }

  /** In the order of the messages. */
  List<Stored> insert(List<InboundMessage> messages) {
    List<Row> rows = rows(messages);
    Set<UUID> fresh =
        new HashSet<>(
            jdbc.query(c -> statement(c, rows), (row, number) -> row.getObject(1, UUID.class)));
    List<Stored> stored = new ArrayList<>(rows.size());
    for (Row row : rows) {
      stored.add(
          fresh.contains(row.id)
              ? new Stored(row.id, false, MessageStatus.RECEIVED)
              : first(row.message));
    }
    return stored;
  }

  /** Ids of one millisecond are in no order; sorted, they keep the order of arrival. */
  private List<Row> rows(List<InboundMessage> messages) {
    Iterator<UUID> ids =
        Stream.generate(() -> TimeOrderedId.next(clock)).limit(messages.size()).sorted().iterator();
    return messages.stream().map(message -> new Row(ids.next(), message)).toList();
  }

  private Stored first(InboundMessage m) {
    return views.stored(Direction.IN, m.partner(), m.document(), m.idempotencyKey());
  }

  private PreparedStatement statement(Connection c, List<Row> rows) throws SQLException {
    PreparedStatement insert = c.prepareStatement(INSERT);
    insert.setArray(1, c.createArrayOf("uuid", column(rows, Row::id)));
    insert.setArray(2, c.createArrayOf("text", column(rows, r -> r.message.partner())));
    insert.setArray(3, c.createArrayOf("text", column(rows, r -> r.message.document())));
    insert.setArray(4, c.createArrayOf("text", column(rows, r -> r.message.idempotencyKey())));
    insert.setArray(5, c.createArrayOf("uuid", column(rows, Row::correlationId)));
    insert.setArray(6, c.createArrayOf("text", column(rows, r -> r.message.entityKey())));
    byte[][] payloads =
        rows.stream().map(r -> sealed.seal(r.message.payload())).toArray(byte[][]::new);
    insert.setArray(7, c.createArrayOf("bytea", payloads));
    for (int i = 8; i <= 10; i++) {
      insert.setObject(i, at(clock.instant()));
    }
    return insert;
  }

  private static Object[] column(List<Row> rows, Function<Row, @Nullable Object> value) {
    return rows.stream().map(value).toArray();
  }
}
