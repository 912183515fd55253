package io.entrepot.connectors.http.auth;

import io.entrepot.connectors.spi.ErrorClass;
import io.entrepot.connectors.spi.PartnerException;
import io.entrepot.connectors.spi.auth.Claim;
import io.entrepot.connectors.spi.auth.HeldTokens;
import io.entrepot.connectors.spi.auth.TokenKey;
import io.entrepot.connectors.spi.auth.TokenVault;
import io.entrepot.connectors.spi.auth.Tokens;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One call of a token server under a claim, and what its outcome means for the next. */
final class TokenRenewal {
  private static final Logger LOG = LoggerFactory.getLogger(TokenRenewal.class);

  private static final String UNAVAILABLE = "HTTP_503";
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration PAUSE_REFUSED = Duration.ofMinutes(1);

  private final TokenKey key;
  private final TokenVault vault;
  private final TokenSource source;
  private final RefreshPolicy policy;

  TokenRenewal(TokenKey key, TokenVault vault, TokenSource source, RefreshPolicy policy) {
    this.key = key;
    this.vault = vault;
    this.source = source;
    this.policy = policy;
  }

  HeldTokens ask(Claim.Ours claim) throws PartnerException {
    Optional<String> hopeless = hopeless(claim);
    if (hopeless.isPresent()) {
      return giveUp(claim, hopeless.get());
    }
    HeldTokens held = claim.held();
    Tokens tokens;
    try {
      tokens = source.renew(held == null ? null : held.tokens(), policy.callTimeout());
    } catch (PartnerException e) {
      return failed(claim, e);
    } catch (RuntimeException e) {
      // A setting is missing or the source is broken; nobody must wait for our lease.
      vault.unchanged(claim, PAUSE, "our own settings: " + e.getClass().getSimpleName());
      throw e;
    }
    HeldTokens renewed = vault.renewed(claim, tokens);
    LOG.debug("{}: renewed, generation {}", key, renewed.generation());
    return renewed;
  }

  /** Showing a refresh token that may be used up again and again would get the account locked. */
  private Optional<String> hopeless(Claim.Ours claim) {
    if (!rotates(claim) || claim.lost() == 0) {
      return Optional.empty();
    }
    if (claim.lost() >= policy.lostTries()) {
      return Optional.of("no answer to " + claim.lost() + " renewals in a row arrived");
    }
    return claim.lostFor().compareTo(policy.lostGrace()) > 0 || policy.lostGrace().isZero()
        ? Optional.of("the answer to a renewal was lost, and its refresh token is too old to show")
        : Optional.empty();
  }

  private static boolean rotates(Claim.Ours claim) {
    HeldTokens held = claim.held();
    return held != null && held.tokens().refresh() != null;
  }

  private HeldTokens failed(Claim.Ours claim, PartnerException e) throws PartnerException {
    if (e.code().equals(TokenSource.INVALID_GRANT)) {
      return giveUp(claim, refusal(claim));
    }
    String why = "the token server: " + e.code();
    if (rotates(claim) && mayBeUsedUp(e)) {
      vault.lost(claim, pause(claim, e), why);
    } else {
      vault.unchanged(claim, pause(claim, e), why);
    }
    LOG.warn("{}: no new token, {} ({})", key, e.code(), e.errorClass());
    throw unsent(e);
  }

  /**
   * Whether the refresh token may have been used up. A server that fails has hardly rotated it; but
   * where showing an old one locks the account, hardly is not enough. 503 says that nothing was
   * done.
   */
  private boolean mayBeUsedUp(PartnerException e) {
    return switch (e.errorClass()) {
      case TIMEOUT, BAD_ANSWER -> true;
      case SERVER_ERROR, UNKNOWN_OUTCOME ->
          policy.lostGrace().isZero() && !e.code().equals(UNAVAILABLE);
      case REFUSED_CONNECTION, RATE_LIMITED, CLIENT_ERROR, DECLINED, OUR_BUG -> false;
    };
  }

  private static String refusal(Claim.Ours claim) {
    if (claim.held() == null) {
      return "nobody has authorised it yet";
    }
    return claim.lost() > 0
        ? "the answer to an earlier renewal was lost, and the old refresh token is used up"
        : "the partner does not accept the authorisation any more";
  }

  private static Duration pause(Claim.Ours claim, PartnerException e) {
    Duration least = e.errorClass() == ErrorClass.OUR_BUG ? PAUSE_REFUSED : PAUSE;
    Duration grown = least.multipliedBy(1L << Math.min(claim.lost(), 5));
    Duration asked = e.retryAfter().orElse(Duration.ZERO);
    return asked.compareTo(grown) > 0 ? asked : grown;
  }

  /** Whatever became of the token: the call that needed it never reached the partner. */
  private static PartnerException unsent(PartnerException e) {
    ErrorClass known =
        switch (e.errorClass()) {
          case TIMEOUT, SERVER_ERROR, BAD_ANSWER, UNKNOWN_OUTCOME, REFUSED_CONNECTION ->
              ErrorClass.REFUSED_CONNECTION;
          case RATE_LIMITED -> ErrorClass.RATE_LIMITED;
          case CLIENT_ERROR, DECLINED, OUR_BUG -> ErrorClass.OUR_BUG;
        };
    return new PartnerException(
        known, e.code(), "no token: " + e.getMessage(), e.retryAfter().orElse(null));
  }

  private HeldTokens giveUp(Claim.Ours claim, String why) throws PartnerException {
    Optional<HeldTokens> late = vault.needsAuthorisation(claim, why);
    if (late.isPresent()) {
      return late.get();
    }
    LOG.error(
        "{} needs a person: {}. Authorise it anew: ./hub partner authorise {}",
        key,
        why,
        key.partner());
    throw needsAuthorisation(key, why);
  }

  static PartnerException needsAuthorisation(TokenKey key, String why) {
    return new PartnerException(
        ErrorClass.OUR_BUG,
        "NEEDS_AUTHORISATION",
        "%s: %s; authorise it anew: ./hub partner authorise %s".formatted(key, why, key.partner()));
  }
}
