package io.entrepot.app.credential;

import io.entrepot.app.keys.KeyRing;
import io.entrepot.connectors.spi.Secret;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Owners on their way through a partner's consent page. A state is random, good for ten minutes,
 * for one partner and one way back; whoever takes it uses it up, on whichever node.
 */
@Component
final class Consents {
  private static final Duration LIFE = Duration.ofMinutes(10);
  private static final SecureRandom RANDOM = new SecureRandom();

  private static final String INSERT =
      """
      INSERT INTO credential.consent
          (state_hash, partner, verifier, redirect, asked_by, expires_at)
      VALUES (:hash, :partner, :verifier, :redirect, :who, :end)
      """;

  private static final String TAKE =
      """
      DELETE FROM credential.consent WHERE state_hash = :hash AND partner = :partner
      RETURNING verifier, redirect, asked_by, expires_at > :now AS in_time
      """;

  private final JdbcClient jdbc;
  private final KeyRing keys;
  private final Clock clock;

  Consents(JdbcClient jdbc, KeyRing keys, Clock clock) {
    this.jdbc = jdbc;
    this.keys = keys;
    this.clock = clock;
  }

  /** What goes into the address; both are random. */
  record Started(String state, Secret verifier, Instant expiresAt) {}

  /** What was kept until the owner came back. */
  record Taken(Secret verifier, URI redirect, String askedBy) {}

  @SuppressWarnings("ArrayRecordComponent") // Two of them are never compared.
  private record Row(byte[] verifier, URI redirect, String askedBy, boolean inTime) {}

  Started start(String partner, URI redirect, String who) {
    Started started = new Started(random(), Secret.of(random()), clock.instant().plus(LIFE));
    byte[] verifier =
        keys.seal(started.verifier.reveal().getBytes(StandardCharsets.UTF_8), context(partner));
    forgetLate();
    jdbc.sql(INSERT)
        .param("hash", hash(started.state))
        .param("partner", partner)
        .param("verifier", verifier)
        .param("redirect", redirect.toString())
        .param("who", who)
        .param("end", started.expiresAt.atOffset(ZoneOffset.UTC))
        .update();
    return started;
  }

  /** Empty for a state that was never given, was used, is too old or is another partner's. */
  Optional<Taken> take(String partner, String state) {
    return jdbc.sql(TAKE)
        .param("hash", hash(state))
        .param("partner", partner)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .query(
            (row, number) ->
                new Row(
                    row.getBytes("verifier"),
                    URI.create(row.getString("redirect")),
                    row.getString("asked_by"),
                    row.getBoolean("in_time")))
        .optional()
        .filter(Row::inTime)
        .map(row -> new Taken(verifier(partner, row), row.redirect, row.askedBy));
  }

  private Secret verifier(String partner, Row row) {
    return Secret.of(new String(keys.open(row.verifier, context(partner)), StandardCharsets.UTF_8));
  }

  private void forgetLate() {
    jdbc.sql("DELETE FROM credential.consent WHERE expires_at < :now")
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  private static String random() {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static byte[] hash(String state) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(state.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static byte[] context(String partner) {
    return ("consent:" + partner).getBytes(StandardCharsets.UTF_8);
  }
}
