package io.entrepot.app.credential;

import io.entrepot.app.keys.KeyRing;
import io.entrepot.connectors.spi.auth.Claim;
import io.entrepot.connectors.spi.auth.TokenKey;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** The statements on {@code credential.token}. */
record TokenWrites(JdbcClient jdbc) {
  private static final String CURRENT =
      """
      SELECT generation, sealed FROM credential.token
      WHERE partner = :partner AND name = :name AND state = 'VALID'
      """;

  private static final String ENSURE =
      """
      INSERT INTO credential.token (partner, name, state, changed_at)
      VALUES (:partner, :name, 'EMPTY', clock_timestamp())
      ON CONFLICT DO NOTHING
      """;

  // An intent that was never ended counts as a lost answer.
  private static final String INTEND =
      """
      UPDATE credential.token
      SET lost = lost + CASE WHEN asker IS NULL THEN 0 ELSE 1 END,
          lost_since = CASE WHEN asker IS NULL THEN lost_since
                            ELSE coalesce(lost_since, asked_at) END,
          asker = :asker, asked_at = clock_timestamp(),
          lease_until = clock_timestamp() + :millis * interval '1 millisecond',
          not_before = NULL, changed_at = clock_timestamp()
      WHERE partner = :partner AND name = :name
      """;

  private static final String RENEW =
      """
      UPDATE credential.token
      SET state = 'VALID', generation = generation + 1, sealed = :sealed, key_id = :keyId,
          expires_at = :expiresAt, asker = NULL, asked_at = NULL, lease_until = NULL, lost = 0,
          lost_since = NULL, not_before = NULL, problem = NULL, changed_at = clock_timestamp()
      WHERE partner = :partner AND name = :name AND generation = :generation
      """;

  private static final String RELEASE =
      """
      UPDATE credential.token
      SET lost = lost + :lost,
          lost_since = CASE WHEN :lost = 0 THEN lost_since ELSE coalesce(lost_since, asked_at) END,
          asker = NULL, asked_at = NULL, lease_until = NULL, problem = :problem,
          not_before = clock_timestamp() + :millis * interval '1 millisecond',
          changed_at = clock_timestamp()
      WHERE partner = :partner AND name = :name AND asker = :asker
      """;

  private static final String GIVE_UP =
      """
      UPDATE credential.token
      SET state = 'NEEDS_AUTHORISATION', asker = NULL, asked_at = NULL, lease_until = NULL,
          not_before = NULL, problem = :problem, changed_at = clock_timestamp()
      WHERE partner = :partner AND name = :name AND asker = :asker
      """;

  @SuppressWarnings("ArrayRecordComponent") // Two of them are never compared.
  record Current(long generation, byte[] sealed) {}

  Optional<Current> current(TokenKey key) {
    return of(CURRENT, key)
        .query((row, number) -> new Current(row.getLong("generation"), row.getBytes("sealed")))
        .optional();
  }

  void ensure(TokenKey key) {
    of(ENSURE, key).update();
  }

  void intend(TokenKey key, UUID asker, Duration lease) {
    of(INTEND, key).param("asker", asker).param("millis", lease.toMillis()).update();
  }

  /** Whether the generation was still that. */
  boolean renew(TokenKey key, long generation, byte[] sealed, @Nullable Instant expiresAt) {
    return of(RENEW, key)
            .param("generation", generation)
            .param("sealed", sealed)
            .param("keyId", KeyRing.keyIdOf(sealed))
            .param(
                "expiresAt",
                expiresAt == null ? null : expiresAt.atOffset(ZoneOffset.UTC),
                java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
            .update()
        == 1;
  }

  /** Whether the claim was still ours. */
  boolean release(Claim.Ours claim, Duration pause, String why, boolean lost) {
    return of(RELEASE, claim.key())
            .param("lost", lost ? 1 : 0)
            .param("problem", why)
            .param("millis", pause.toMillis())
            .param("asker", claim.id())
            .update()
        == 1;
  }

  /** Whether the claim was still ours. */
  boolean giveUp(Claim.Ours claim, String why) {
    return of(GIVE_UP, claim.key()).param("problem", why).param("asker", claim.id()).update() == 1;
  }

  private StatementSpec of(String sql, TokenKey key) {
    return jdbc.sql(sql).param("partner", key.partner()).param("name", key.name());
  }
}
