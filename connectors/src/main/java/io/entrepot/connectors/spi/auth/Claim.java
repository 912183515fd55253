package io.entrepot.connectors.spi.auth;

import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The answer to who may renew a token. */
public sealed interface Claim {
  /**
   * We alone may ask the partner now, until the lease ends; that we are about to is on disk.
   *
   * @param held the tokens to renew; null if there were none
   * @param lost how often in a row the partner was asked with these tokens and no answer was kept,
   *     because it never came or because the node that asked died
   * @param lostFor since the first of them; zero if there was none
   */
  record Ours(TokenKey key, UUID id, @Nullable HeldTokens held, int lost, Duration lostFor)
      implements Claim {}

  /** Somebody renewed already. */
  record Newer(HeldTokens held) implements Claim {}

  /**
   * Not now: another is asking, or the partner is to be left alone for a while.
   *
   * @param asking true if another is asking at this moment
   * @param pause how long that may last
   * @param why for a person
   */
  record Busy(boolean asking, Duration pause, String why) implements Claim {}

  /**
   * Only a person can help: nobody asks the partner any more.
   *
   * @param why for a person, without secrets
   */
  record NeedsAuthorisation(String why) implements Claim {}
}
