package io.entrepot.connectors.http.auth;

import io.entrepot.connectors.spi.ErrorClass;
import io.entrepot.connectors.spi.PartnerException;
import io.entrepot.connectors.spi.auth.Claim;
import io.entrepot.connectors.spi.auth.HeldTokens;
import io.entrepot.connectors.spi.auth.TokenKey;
import io.entrepot.connectors.spi.auth.TokenVault;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of one account on this node. Threads of the node line up here, nodes line up in the
 * vault; so an expired token is renewed once, however many need it.
 */
public final class TokenKeeper {
  private static final long POLL_MILLIS_MAX = 100;

  private final TokenKey key;
  private final TokenVault vault;
  private final RefreshPolicy policy;
  private final TokenRenewal renewal;
  private final Clock clock;
  private final ReentrantLock line = new ReentrantLock();
  private volatile @Nullable HeldTokens known;

  public TokenKeeper(
      TokenKey key, TokenVault vault, TokenSource source, RefreshPolicy policy, Clock clock) {
    this.key = key;
    this.vault = vault;
    this.policy = policy;
    this.renewal = new TokenRenewal(key, vault, source, policy);
    this.clock = clock;
  }

  /**
   * Tokens that are good now; renewed first if need be.
   *
   * @throws PartnerException if none can be had; the partner's API was not called then
   */
  public HeldTokens current(Duration timeout) throws PartnerException {
    HeldTokens held = known;
    if (held != null && fresh(held)) {
      return held;
    }
    boolean stillGood = held != null && usable(held);
    Deadline deadline = Deadline.after(timeout);
    if (!enter(deadline, stillGood)) {
      // Somebody of this node renews ahead of time; nobody needs to wait for it while the old token
      // is good. One that is over is not shown: the call has no time left, and would end unknown.
      return stillGood && held != null ? held : lateInLine();
    }
    try {
      return due(deadline);
    } finally {
      line.unlock();
    }
  }

  /**
   * Renews after tokens of that generation were refused, unless somebody did already.
   *
   * @return whether there are other tokens now
   */
  public boolean renewed(long refused, Duration timeout) throws PartnerException {
    Deadline deadline = Deadline.after(timeout);
    if (!enter(deadline, false)) {
      return false;
    }
    try {
      HeldTokens held = look();
      if (held != null && held.generation() > refused) {
        return true;
      }
      if (held != null && policy.young(held.tokens(), clock.instant())) {
        return false;
      }
      return renew(refused, deadline, null).generation() > refused;
    } finally {
      line.unlock();
    }
  }

  private HeldTokens due(Deadline deadline) throws PartnerException {
    HeldTokens held = look();
    if (held != null && fresh(held)) {
      return held;
    }
    HeldTokens good = held != null && usable(held) ? held : null;
    return renew(held == null ? 0 : held.generation(), deadline, good);
  }

  /** What is in force, by whichever thread or node. */
  private @Nullable HeldTokens look() {
    HeldTokens held = vault.current(key).orElse(null);
    known = held;
    return held;
  }

  /**
   * @param good what to go on with if there is nothing newer to be had now; null if nothing is
   */
  private HeldTokens renew(long seen, Deadline deadline, @Nullable HeldTokens good)
      throws PartnerException {
    while (true) {
      Claim claim = vault.claim(key, seen, policy.lease());
      if (claim instanceof Claim.Newer newer) {
        return remember(newer.held());
      }
      if (claim instanceof Claim.Ours ours) {
        return asked(ours, good);
      }
      if (claim instanceof Claim.NeedsAuthorisation needs) {
        known = null;
        throw TokenRenewal.needsAuthorisation(key, needs.why());
      }
      if (claim instanceof Claim.Busy busy) {
        if (good != null) {
          return good;
        }
        await(busy, deadline);
      }
    }
  }

  private HeldTokens asked(Claim.Ours ours, @Nullable HeldTokens good) throws PartnerException {
    try {
      return remember(renewal.ask(ours));
    } catch (PartnerException e) {
      if (good != null && e.errorClass().retryable()) {
        return good;
      }
      throw e;
    }
  }

  private void await(Claim.Busy busy, Deadline deadline) throws PartnerException {
    if (!busy.asking() || deadline.passed()) {
      throw new PartnerException(
          ErrorClass.REFUSED_CONNECTION,
          "TOKEN_UNAVAILABLE",
          key + ": " + busy.why(),
          busy.pause());
    }
    long millis = Math.min(POLL_MILLIS_MAX, Math.max(1, busy.pause().toMillis()));
    try {
      TimeUnit.MILLISECONDS.sleep(Math.min(millis, deadline.left().toMillis() + 1));
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  private boolean enter(Deadline deadline, boolean stillGood) throws PartnerException {
    try {
      return stillGood
          ? line.tryLock()
          : line.tryLock(deadline.left().toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  private HeldTokens lateInLine() throws PartnerException {
    throw new PartnerException(
        ErrorClass.REFUSED_CONNECTION,
        "TOKEN_UNAVAILABLE",
        key + ": waited too long for a new token");
  }

  private static PartnerException interrupted() {
    Thread.currentThread().interrupt();
    return new PartnerException(
        ErrorClass.REFUSED_CONNECTION, "INTERRUPTED", "given up, the hub is stopping");
  }

  private HeldTokens remember(HeldTokens held) {
    known = held;
    return held;
  }

  private boolean fresh(HeldTokens held) {
    return policy.fresh(held.tokens(), clock.instant());
  }

  private boolean usable(HeldTokens held) {
    return policy.usable(held.tokens(), clock.instant());
  }
}
