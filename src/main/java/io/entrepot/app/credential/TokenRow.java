package io.entrepot.app.credential;

import io.entrepot.connectors.spi.auth.TokenKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A row of {@code credential.token}; moments as distances from the database's clock, which all
 * nodes share.
 *
 * @param asker null if nobody asks or asked without an end
 * @param lease what is left of it; negative if it is over
 * @param pause what is left of it; negative or zero if it is over
 */
@SuppressWarnings("ArrayRecordComponent") // Two rows are never compared.
record TokenRow(
    TokenState state,
    long generation,
    byte @Nullable [] sealed,
    @Nullable UUID asker,
    Duration lease,
    Duration pause,
    int lost,
    Duration lostFor,
    String problem) {
  private static final String LOCK =
      """
      SELECT state, generation, sealed, asker, lost, coalesce(problem, '') AS problem,
             coalesce(extract(epoch FROM lease_until - clock_timestamp()), 0) * 1000 AS lease,
             coalesce(extract(epoch FROM not_before - clock_timestamp()), 0) * 1000 AS pause,
             coalesce(extract(epoch FROM clock_timestamp() - coalesce(lost_since, asked_at)), 0) * 1000
                 AS lost_for
      FROM credential.token
      WHERE partner = :partner AND name = :name
      FOR UPDATE
      """;

  /** Holds the row until the transaction ends. */
  static Optional<TokenRow> lock(JdbcClient jdbc, TokenKey key) {
    return jdbc.sql(LOCK)
        .param("partner", key.partner())
        .param("name", key.name())
        .query((row, number) -> of(row))
        .optional();
  }

  private static TokenRow of(ResultSet row) throws SQLException {
    return new TokenRow(
        TokenState.valueOf(row.getString("state")),
        row.getLong("generation"),
        row.getBytes("sealed"),
        row.getObject("asker", UUID.class),
        Duration.ofMillis(row.getLong("lease")),
        Duration.ofMillis(row.getLong("pause")),
        row.getInt("lost"),
        Duration.ofMillis(row.getLong("lost_for")),
        row.getString("problem"));
  }

  boolean asking() {
    return asker != null && !lease.isNegative() && !lease.isZero();
  }

  /** Somebody asked and never told the outcome: the node died between intent and outcome. */
  boolean abandoned() {
    return asker != null && !asking();
  }

  boolean paused() {
    return !pause.isNegative() && !pause.isZero();
  }
}
