package io.entrepot.app.message;

import static io.entrepot.app.message.MessageRows.VIEW_COLUMNS;
import static io.entrepot.app.message.MessageRows.instant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What can be read of the store. */
@Component
final class MessageViews {
  private static final String STORED =
      """
      SELECT k.message_id, m.status
      FROM message.idempotency_key k LEFT JOIN message.message m ON m.id = k.message_id
      WHERE k.direction = :direction AND k.partner = :partner AND k.document = :document
        AND k.key = :key
      """;
  private static final String FIND =
      "SELECT " + VIEW_COLUMNS + " FROM message.message WHERE id = :id";
  private static final String DETAIL =
      "SELECT " + VIEW_COLUMNS + ", payload, body, result FROM message.message WHERE id = :id";
  private static final String BY_CORRELATION =
      "SELECT "
          + VIEW_COLUMNS
          + " FROM message.message WHERE correlation_id = :id ORDER BY id LIMIT 1000";
  private static final String LIST =
      "SELECT "
          + VIEW_COLUMNS
          + """
           FROM message.message
          WHERE (:direction::text IS NULL OR direction = :direction)
            AND (:status::text IS NULL OR status = :status)
            AND (:partner::text IS NULL OR partner = :partner)
            AND (:document::text IS NULL OR document = :document)
            AND (:entity::text IS NULL OR entity_key = :entity)
            AND (:before::uuid IS NULL OR id < :before)
          ORDER BY id DESC
          LIMIT :limit
          """;
  private static final String TRIES =
      """
      SELECT no, at, latency_millis, answer_status, error_class, error_text, answer
      FROM message.attempt WHERE message_id = :id ORDER BY no
      """;
  private static final String COUNTS =
      """
      SELECT direction, partner, document, status, count(*) AS count
      FROM message.message
      GROUP BY direction, partner, document, status
      ORDER BY direction, partner, document, status
      """;

  private final JdbcClient jdbc;
  private final SealedContent sealed;

  MessageViews(JdbcClient jdbc, SealedContent sealed) {
    this.jdbc = jdbc;
    this.sealed = sealed;
  }

  /** The message that an idempotency key names; DONE if it was removed since. */
  Stored stored(Direction direction, String partner, String document, String key) {
    return jdbc.sql(STORED)
        .param("direction", direction.name())
        .param("partner", partner)
        .param("document", document)
        .param("key", key)
        .query(MessageViews::key)
        .single();
  }

  private static Stored key(ResultSet row, int number) throws SQLException {
    String status = row.getString("status");
    return new Stored(
        MessageRows.uuid(row, "message_id"),
        true,
        status == null ? MessageStatus.DONE : MessageStatus.valueOf(status));
  }

  Optional<MessageView> find(UUID id) {
    return jdbc.sql(FIND).param("id", id).query(MessageRows::view).optional();
  }

  Optional<MessageDetail> detail(UUID id) {
    return jdbc.sql(DETAIL).param("id", id).query(this::content).optional();
  }

  private MessageDetail content(ResultSet row, int number) throws SQLException {
    MessageView view = MessageRows.view(row, number);
    return new MessageDetail(
        view,
        masked(row.getBytes("payload")),
        masked(row.getBytes("body")),
        masked(row.getBytes("result")),
        jdbc.sql(TRIES).param("id", view.id()).query(this::attempt).list());
  }

  private MessageDetail.Try attempt(ResultSet row, int number) throws SQLException {
    return new MessageDetail.Try(
        row.getInt("no"),
        Objects.requireNonNull(instant(row, "at")),
        row.getLong("latency_millis"),
        row.getObject("answer_status", Integer.class),
        row.getString("error_class"),
        row.getString("error_text"),
        masked(row.getBytes("answer")));
  }

  /** What cannot be opened says so in its place: the rest of the message is still worth seeing. */
  private @Nullable JsonNode masked(byte @Nullable [] content) {
    try {
      JsonNode plain = sealed.open(content);
      return plain == null ? null : Masker.mask(plain);
    } catch (IllegalStateException e) {
      return TextNode.valueOf("unreadable: " + e.getMessage());
    }
  }

  List<MessageView> byCorrelation(UUID correlationId) {
    return jdbc.sql(BY_CORRELATION).param("id", correlationId).query(MessageRows::view).list();
  }

  List<MessageView> list(MessageFilter filter) {
    return jdbc.sql(LIST)
        .param("direction", filter.direction() == null ? null : filter.direction().name())
        .param("status", filter.status() == null ? null : filter.status().name())
        .param("partner", filter.partner())
        .param("document", filter.document())
        .param("entity", filter.entityKey())
        .param("before", filter.before())
        .param("limit", filter.limit())
        .query(MessageRows::view)
        .list();
  }

  List<MessageCount> counts() {
    return jdbc.sql(COUNTS).query(MessageViews::count).list();
  }

  private static MessageCount count(ResultSet row, int number) throws SQLException {
    return new MessageCount(
        Direction.valueOf(row.getString("direction")),
        row.getString("partner"),
        row.getString("document"),
        MessageStatus.valueOf(row.getString("status")),
        row.getLong("count"));
  }
}
