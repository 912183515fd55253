package io.entrepot.app.credential;

import io.entrepot.app.keys.KeyRing;
import io.entrepot.connectors.spi.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Changes secrets: each change is one transaction with its line in the change log. */
@Component
final class Credentials {
  private final CredentialRows rows;
  private final ChangeLog log;
  private final KeyRing keys;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Credentials(
      JdbcClient jdbc, ChangeLog log, KeyRing keys, TransactionTemplate transaction, Clock clock) {
    this.rows = new CredentialRows(jdbc);
    this.log = log;
    this.keys = keys;
    this.transaction = transaction;
    this.clock = clock;
  }

  /**
   * Puts a secret in force.
   *
   * @param overlap for how long the partner may still prove itself with the one before; what we
   *     send is the new one at once
   * @return its version; 1 if there was none before
   */
  int set(CredentialKey key, Secret value, Duration overlap, String who) {
    return change(
        () -> {
          Instant now = clock.instant();
          int before = rows.lastVersion(key);
          rows.end(key, now.plus(overlap));
          rows.forgetEnded(key, now);
          byte[] sealed = keys.seal(value.reveal().getBytes(StandardCharsets.UTF_8), key.context());
          rows.add(key, before + 1, sealed, now, who);
          log.write(who, key.partner(), key.name(), before == 0 ? "set" : replaced(overlap));
          return before + 1;
        });
  }

  private static String replaced(Duration overlap) {
    return overlap.isZero()
        ? "replaced; the one before is void"
        : "replaced; the one before is accepted for " + overlap.toSeconds() + " s more";
  }

  /** Whether there was one. */
  boolean delete(CredentialKey key, String who) {
    return change(
        () -> {
          boolean there = rows.delete(key) > 0;
          if (there) {
            log.write(who, key.partner(), key.name(), "deleted");
          }
          return there;
        });
  }

  List<CredentialRows.Listed> list(String partner) {
    return rows.list(partner);
  }

  private <T> T change(Supplier<T> work) {
    return Objects.requireNonNull(
        transaction.execute(
            status -> {
              // First: it lines up whoever changes something at the same moment.
              rows.raiseRevision();
              return work.get();
            }));
  }
}
