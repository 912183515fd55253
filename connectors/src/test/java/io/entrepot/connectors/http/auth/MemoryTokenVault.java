package io.entrepot.connectors.http.auth;

import io.entrepot.connectors.spi.auth.Claim;
import io.entrepot.connectors.spi.auth.HeldTokens;
import io.entrepot.connectors.spi.auth.TokenKey;
import io.entrepot.connectors.spi.auth.TokenVault;
import io.entrepot.connectors.spi.auth.Tokens;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Tokens of one test; who asks is never contested. */
public final class MemoryTokenVault implements TokenVault {
  private final Map<TokenKey, HeldTokens> held = new ConcurrentHashMap<>();

  @Override
  public Optional<HeldTokens> current(TokenKey key) {
    return Optional.ofNullable(held.get(key));
  }

  @Override
  public synchronized Claim claim(TokenKey key, long seen, Duration lease) {
    HeldTokens there = held.get(key);
    return there != null && there.generation() > seen
        ? new Claim.Newer(there)
        : new Claim.Ours(key, UUID.randomUUID(), there, 0, Duration.ZERO);
  }

  @Override
  public HeldTokens renewed(Claim.Ours claim, Tokens tokens) {
    return authorised(claim.key(), tokens);
  }

  @Override
  public void unchanged(Claim.Ours claim, Duration pause, String why) {
    // The tokens there were are there.
  }

  @Override
  public void lost(Claim.Ours claim, Duration pause, String why) {
    // The tokens there were are there.
  }

  @Override
  public Optional<HeldTokens> needsAuthorisation(Claim.Ours claim, String why) {
    held.remove(claim.key());
    return Optional.empty();
  }

  @Override
  public synchronized HeldTokens authorised(TokenKey key, Tokens tokens) {
    HeldTokens before = held.get(key);
    HeldTokens now = new HeldTokens(before == null ? 1 : before.generation() + 1, tokens);
    held.put(key, now);
    return now;
  }
}
