package io.entrepot.connectors.http.auth;

import io.entrepot.connectors.spi.auth.Tokens;
import java.time.Duration;
import java.time.Instant;

/**
 * When tokens are renewed, and how long a partner is asked after an answer was lost.
 *
 * @param ahead before their end tokens are renewed while they still work
 * @param skew by how much the partner's clock may be ahead of ours
 * @param youngest a token younger than this that is refused is not renewed: a new one would be
 *     refused too
 * @param callTimeout of one call of the token server
 * @param lostTries how often in a row an old refresh token is shown after answers were lost
 * @param lostGrace for how long after the first lost answer it is shown; zero for partners that
 *     punish it
 */
public record RefreshPolicy(
    Duration ahead,
    Duration skew,
    Duration youngest,
    Duration callTimeout,
    int lostTries,
    Duration lostGrace) {
  /** A minute ahead, 30 s of skew, 10 s of age, 10 s of waiting; 5 lost answers within a week. */
  public static final RefreshPolicy DEFAULT =
      new RefreshPolicy(
          Duration.ofSeconds(60),
          Duration.ofSeconds(30),
          Duration.ofSeconds(10),
          Duration.ofSeconds(10),
          5,
          Duration.ofDays(7));

  /** Longer than a call can last, so that two never ask at once. */
  Duration lease() {
    return callTimeout.plusSeconds(5);
  }

  /** Not in need of renewal yet. */
  boolean fresh(Tokens tokens, Instant now) {
    return before(tokens, now, min(ahead, life(tokens).dividedBy(4)).plus(skew(tokens)));
  }

  /** Still accepted, if need be for one more call. */
  boolean usable(Tokens tokens, Instant now) {
    return before(tokens, now, skew(tokens));
  }

  boolean young(Tokens tokens, Instant now) {
    return now.isBefore(tokens.issuedAt().plus(youngest));
  }

  private static boolean before(Tokens tokens, Instant now, Duration margin) {
    Instant end = tokens.expiresAt();
    return end == null || now.isBefore(end.minus(margin));
  }

  /** Tokens that live for a minute must not be renewed at every call. */
  private Duration skew(Tokens tokens) {
    return min(skew, life(tokens).dividedBy(10));
  }

  private static Duration life(Tokens tokens) {
    Instant end = tokens.expiresAt();
    return end == null ? Duration.ofDays(1) : Duration.between(tokens.issuedAt(), end);
  }

  private static Duration min(Duration a, Duration b) {
    return a.compareTo(b) <= 0 ? a : b;
  }
}
