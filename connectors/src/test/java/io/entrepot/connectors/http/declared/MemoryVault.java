package io.entrepot.connectors.http.declared;

import io.entrepot.connectors.http.auth.Authentications;
import io.entrepot.connectors.spi.auth.Claim;
import io.entrepot.connectors.spi.auth.HeldTokens;
import io.entrepot.connectors.spi.auth.TokenKey;
import io.entrepot.connectors.spi.auth.TokenVault;
import io.entrepot.connectors.spi.auth.Tokens;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Tokens of one process, renewed by one at a time. */
public final class MemoryVault implements TokenVault {
  private final Map<TokenKey, HeldTokens> held = new ConcurrentHashMap<>();
  private final Map<TokenKey, UUID> claims = new ConcurrentHashMap<>();

  /** Authentications that keep their tokens here. */
  public static Authentications authentications() {
    return new Authentications(new MemoryVault(), Clock.systemUTC());
  }

  @Override
  public Optional<HeldTokens> current(TokenKey key) {
    return Optional.ofNullable(held.get(key));
  }

  @Override
  public synchronized Claim claim(TokenKey key, long seen, Duration lease) {
    HeldTokens now = held.get(key);
    if (now != null && now.generation() > seen) {
      return new Claim.Newer(now);
    }
    if (claims.containsKey(key)) {
      return new Claim.Busy(true, Duration.ofMillis(50), "another asks");
    }
    UUID id = UUID.randomUUID();
    claims.put(key, id);
    return new Claim.Ours(key, id, now, 0, Duration.ZERO);
  }

  @Override
  public synchronized HeldTokens renewed(Claim.Ours claim, Tokens tokens) {
    claims.remove(claim.key());
    return authorised(claim.key(), tokens);
  }

  @Override
  public synchronized void unchanged(Claim.Ours claim, Duration pause, String why) {
    claims.remove(claim.key());
  }

  @Override
  public synchronized void lost(Claim.Ours claim, Duration pause, String why) {
    claims.remove(claim.key());
  }

  @Override
  public synchronized Optional<HeldTokens> needsAuthorisation(Claim.Ours claim, String why) {
    claims.remove(claim.key());
    return Optional.empty();
  }

  @Override
  public synchronized HeldTokens authorised(TokenKey key, Tokens tokens) {
    HeldTokens old = held.get(key);
    HeldTokens next = new HeldTokens(old == null ? 1 : old.generation() + 1, tokens);
    held.put(key, next);
    return next;
  }
}
