package io.entrepot.app.message;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
final class JdbcMappedMessages implements MappedMessages {
  private static final String COLUMNS =
      "SELECT id, created_at, mapping, mapping_version, payload FROM message.message ";
  private static final String FIND = COLUMNS + "WHERE id = :id";
  private static final String LATEST =
      COLUMNS
          + """
          WHERE mapping = :mapping AND (:before::uuid IS NULL OR id < :before)
          ORDER BY id DESC
          LIMIT :limit
          """;

  private final JdbcClient jdbc;
  private final SealedContent sealed;

  JdbcMappedMessages(JdbcClient jdbc, SealedContent sealed) {
    this.jdbc = jdbc;
    this.sealed = sealed;
  }

  @Override
  public Optional<MappedMessage> find(UUID id) {
    return jdbc.sql(FIND).param("id", id).query(this::message).optional();
  }

  @Override
  public List<MappedMessage> latest(String mapping, @Nullable UUID before, int limit) {
    return jdbc.sql(LATEST)
        .param("mapping", mapping)
        .param("before", before)
        .param("limit", limit)
        .query(this::message)
        .list();
  }

  private MappedMessage message(ResultSet row, int number) throws SQLException {
    return new MappedMessage(
        MessageRows.uuid(row, "id"),
        Objects.requireNonNull(MessageRows.instant(row, "created_at")),
        row.getString("mapping"),
        row.getString("mapping_version"),
        open(row.getBytes("payload")));
  }

  /** One whose key is gone must not stop the others; it is counted as unreadable. */
  private @Nullable JsonNode open(byte @Nullable [] content) {
    try {
      return sealed.open(content);
    } catch (IllegalStateException unreadable) {
      return null;
    }
  }
}
