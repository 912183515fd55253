package io.entrepot.connectors.spi.auth;

import java.time.Duration;
import java.util.Optional;

/**
 * Keeps tokens sealed, and lets one caller of all nodes renew them at a time. Each method is one
 * transaction of its own and is durable when it returns; none is called inside a transaction.
 */
public interface TokenVault {
  /** Empty if none were ever had, or if only a person can get new ones. */
  Optional<HeldTokens> current(TokenKey key);

  /**
   * Asks to be the one who renews.
   *
   * @param seen the generation that is used up; 0 if there is none
   * @param lease for how long nobody else may; the call of the partner must be over by then
   */
  Claim claim(TokenKey key, long seen, Duration lease);

  /**
   * Ends a claim with new tokens.
   *
   * @return what is in force afterwards: these, or newer ones if the claim had run out
   */
  HeldTokens renewed(Claim.Ours claim, Tokens tokens);

  /** Ends a claim: the partner said no or never heard us, so the old refresh token still stands. */
  void unchanged(Claim.Ours claim, Duration pause, String why);

  /**
   * Ends a claim: the partner may have used up the refresh token, and we do not have its answer.
   */
  void lost(Claim.Ours claim, Duration pause, String why);

  /**
   * Ends a claim: nobody asks again before {@link #authorised}.
   *
   * @return tokens that came in after the claim had run out, and are good instead
   */
  Optional<HeldTokens> needsAuthorisation(Claim.Ours claim, String why);

  /** The first tokens, from a person's consent; whatever was there before is replaced. */
  HeldTokens authorised(TokenKey key, Tokens tokens);
}
