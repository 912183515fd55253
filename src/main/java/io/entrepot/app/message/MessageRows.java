package io.entrepot.app.message;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows of message.message as records. */
final class MessageRows {
  static final String VIEW_COLUMNS =
      "id, direction, partner, document, correlation_id, entity_key, idempotency_key, status,"
          + " attempts, due_at, mapping, mapping_version, error_class, error_text, created_at,"
          + " updated_at";

  private MessageRows() {}

  static MessageView view(ResultSet row, int number) throws SQLException {
    return new MessageView(
        uuid(row, "id"),
        Direction.valueOf(row.getString("direction")),
        row.getString("partner"),
        row.getString("document"),
        uuid(row, "correlation_id"),
        row.getString("entity_key"),
        row.getString("idempotency_key"),
        MessageStatus.valueOf(row.getString("status")),
        row.getInt("attempts"),
        instant(row, "due_at"),
        row.getString("mapping"),
        row.getString("mapping_version"),
        row.getString("error_class"),
        row.getString("error_text"),
        row.getTimestamp("created_at").toInstant(),
        row.getTimestamp("updated_at").toInstant());
  }

  static UUID uuid(ResultSet row, String column) throws SQLException {
    return row.getObject(column, UUID.class);
  }

  static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }

  static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
