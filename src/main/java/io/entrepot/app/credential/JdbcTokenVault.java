package io.entrepot.app.credential;

import io.entrepot.connectors.spi.auth.Claim;
import io.entrepot.connectors.spi.auth.HeldTokens;
import io.entrepot.connectors.spi.auth.TokenKey;
import io.entrepot.connectors.spi.auth.TokenVault;
import io.entrepot.connectors.spi.auth.Tokens;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tokens in Postgres. Its row lock and its clock decide who renews; the partner is never asked
 * here.
 */
@Component
final class JdbcTokenVault implements TokenVault {
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final SealedTokens seal;
  private final TokenWrites writes;

  JdbcTokenVault(JdbcClient jdbc, PlatformTransactionManager transactions, SealedTokens seal) {
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactions);
    // An intent must be on disk even if what surrounds it is rolled back.
    this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    this.seal = seal;
    this.writes = new TokenWrites(jdbc);
  }

  @Override
  public Optional<HeldTokens> current(TokenKey key) {
    return writes.current(key).map(row -> held(key, row.generation(), row.sealed()));
  }

  @Override
  public Claim claim(TokenKey key, long seen, Duration lease) {
    return inTransaction(
        () -> {
          writes.ensure(key);
          TokenRow row = TokenRow.lock(jdbc, key).orElseThrow();
          return decide(key, row, seen, lease);
        });
  }

  private Claim decide(TokenKey key, TokenRow row, long seen, Duration lease) {
    if (row.state() == TokenState.NEEDS_AUTHORISATION) {
      return new Claim.NeedsAuthorisation(row.problem());
    }
    HeldTokens held = heldOf(key, row);
    if (held != null && row.generation() > seen) {
      return new Claim.Newer(held);
    }
    if (row.asking()) {
      return new Claim.Busy(true, row.lease(), "another node or thread asks for a new token");
    }
    if (row.paused() && !row.abandoned()) {
      return new Claim.Busy(false, row.pause(), row.problem());
    }
    UUID id = UUID.randomUUID();
    writes.intend(key, id, lease);
    return new Claim.Ours(key, id, held, row.lost() + (row.abandoned() ? 1 : 0), row.lostFor());
  }

  @Override
  public HeldTokens renewed(Claim.Ours claim, Tokens tokens) {
    HeldTokens before = claim.held();
    long generation = before == null ? 0 : before.generation();
    return inTransaction(
        () -> {
          // Even when the lease ran out: a pair that arrived late is better than none.
          byte[] sealed = seal.seal(claim.key(), tokens);
          if (writes.renew(claim.key(), generation, sealed, tokens.expiresAt())) {
            return new HeldTokens(generation + 1, tokens);
          }
          return current(claim.key()).orElseGet(() -> new HeldTokens(generation, tokens));
        });
  }

  @Override
  public void unchanged(Claim.Ours claim, Duration pause, String why) {
    inTransaction(() -> writes.release(claim, pause, why, false));
  }

  @Override
  public void lost(Claim.Ours claim, Duration pause, String why) {
    inTransaction(() -> writes.release(claim, pause, why, true));
  }

  @Override
  public Optional<HeldTokens> needsAuthorisation(Claim.Ours claim, String why) {
    return inTransaction(() -> writes.giveUp(claim, why) ? Optional.empty() : current(claim.key()));
  }

  @Override
  public HeldTokens authorised(TokenKey key, Tokens tokens) {
    return inTransaction(
        () -> {
          writes.ensure(key);
          TokenRow row = TokenRow.lock(jdbc, key).orElseThrow();
          writes.renew(key, row.generation(), seal.seal(key, tokens), tokens.expiresAt());
          return new HeldTokens(row.generation() + 1, tokens);
        });
  }

  private @Nullable HeldTokens heldOf(TokenKey key, TokenRow row) {
    return row.sealed() == null ? null : held(key, row.generation(), row.sealed());
  }

  private HeldTokens held(TokenKey key, long generation, byte @Nullable [] sealed) {
    return new HeldTokens(generation, seal.open(key, Objects.requireNonNull(sealed)));
  }

  private <T> T inTransaction(Supplier<T> work) {
    return Objects.requireNonNull(transaction.execute(status -> work.get()));
  }
}
