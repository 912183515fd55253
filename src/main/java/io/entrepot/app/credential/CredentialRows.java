package io.entrepot.app.credential;

import io.entrepot.app.keys.KeyRing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** The statements on {@code credential.secret}. */
record CredentialRows(JdbcClient jdbc) {
  private static final String COLUMNS =
      "SELECT partner, name, version, sealed, key_id, created_at, created_by, valid_until"
          + " FROM credential.secret ";

  private static final String WHERE = " WHERE partner = :partner AND name = :name";

  /**
   * A secret without its value.
   *
   * @param validUntil null for the one in force
   */
  record Listed(
      String name,
      int version,
      String keyId,
      Instant createdAt,
      String createdBy,
      @Nullable Instant validUntil) {}

  /** A secret, sealed. */
  @SuppressWarnings("ArrayRecordComponent") // Two of them are never compared.
  record Sealed(CredentialKey key, int version, byte[] text, @Nullable Instant validUntil) {}

  void raiseRevision() {
    jdbc.sql("UPDATE credential.revision SET value = value + 1").update();
  }

  long revision() {
    return jdbc.sql("SELECT value FROM credential.revision").query(Long.class).single();
  }

  int lastVersion(CredentialKey key) {
    return of("SELECT coalesce(max(version), 0) FROM credential.secret" + WHERE, key)
        .query(Integer.class)
        .single();
  }

  void end(CredentialKey key, Instant at) {
    of("UPDATE credential.secret SET valid_until = :at" + WHERE + " AND valid_until IS NULL", key)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** A secret that nobody accepts any more need not lie around. */
  void forgetEnded(CredentialKey key, Instant now) {
    of("DELETE FROM credential.secret" + WHERE + " AND valid_until <= :now", key)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  void add(CredentialKey key, int version, byte[] sealed, Instant now, String who) {
    of(
            """
            INSERT INTO credential.secret
                (partner, name, version, sealed, key_id, created_at, created_by)
            VALUES (:partner, :name, :version, :sealed, :keyId, :now, :who)
            """,
            key)
        .param("version", version)
        .param("sealed", sealed)
        .param("keyId", KeyRing.keyIdOf(sealed))
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("who", who)
        .update();
  }

  int delete(CredentialKey key) {
    return of("DELETE FROM credential.secret" + WHERE, key).update();
  }

  List<Listed> list(String partner) {
    return jdbc.sql(COLUMNS + "WHERE partner = :partner ORDER BY name, version DESC")
        .param("partner", partner)
        .query((row, number) -> listed(row))
        .list();
  }

  List<Sealed> all() {
    return jdbc.sql(COLUMNS + "ORDER BY partner, name, version DESC")
        .query((row, number) -> sealed(row))
        .list();
  }

  List<Sealed> sealedByOthersThan(String keyId) {
    return jdbc.sql(COLUMNS + "WHERE key_id <> :keyId")
        .param("keyId", keyId)
        .query((row, number) -> sealed(row))
        .list();
  }

  private static Listed listed(ResultSet row) throws SQLException {
    return new Listed(
        row.getString("name"),
        row.getInt("version"),
        row.getString("key_id"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getString("created_by"),
        instant(row));
  }

  private static Sealed sealed(ResultSet row) throws SQLException {
    return new Sealed(
        new CredentialKey(row.getString("partner"), row.getString("name")),
        row.getInt("version"),
        row.getBytes("sealed"),
        instant(row));
  }

  private static @Nullable Instant instant(ResultSet row) throws SQLException {
    OffsetDateTime end = row.getObject("valid_until", OffsetDateTime.class);
    return end == null ? null : end.toInstant();
  }

  private StatementSpec of(String sql, CredentialKey key) {
    return jdbc.sql(sql).param("partner", key.partner()).param("name", key.name());
  }
}
