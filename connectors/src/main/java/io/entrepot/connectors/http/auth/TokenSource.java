package io.entrepot.connectors.http.auth;

import io.entrepot.connectors.spi.PartnerException;
import io.entrepot.connectors.spi.auth.Tokens;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Asks a partner for tokens; a connector with an odd token server writes its own. */
@FunctionalInterface
public interface TokenSource {
  /** The code of a refusal after which only a person can help. */
  String INVALID_GRANT = "invalid_grant";

  /**
   * Asks once, and never by itself again.
   *
   * @param old null if there are none
   * @throws PartnerException with the code {@link #INVALID_GRANT} if the refresh token is not, or
   *     no longer, accepted; TIMEOUT or BAD_ANSWER if the partner may have used it up unanswered
   */
  Tokens renew(@Nullable Tokens old, Duration timeout) throws PartnerException;
}
