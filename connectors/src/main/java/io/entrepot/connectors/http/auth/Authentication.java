package io.entrepot.connectors.http.auth;

import io.entrepot.connectors.http.HttpAnswer;
import io.entrepot.connectors.http.HttpCall;
import io.entrepot.connectors.spi.PartnerException;
import java.time.Duration;

/**
 * Puts into each outgoing call what the partner wants as proof of who we are. Safe for many
 * threads. Settings and secrets are read at each call, so that a rotated one is taken at once.
 */
public interface Authentication {
  /**
   * The call with its proof; made anew for each try, as proofs have a time in them. May ask a token
   * server first, within the call's time-out.
   *
   * @throws PartnerException if no proof can be had; the partner has not seen the call then
   * @throws io.entrepot.connectors.spi.SettingException naming a setting that is missing
   */
  AuthenticatedCall authenticate(HttpCall call) throws PartnerException;

  /** Whether this answer says that the proof is not accepted. */
  default boolean refuses(HttpAnswer answer) {
    return answer.status() == 401;
  }

  /**
   * After a refused call: gets a new proof, if a new one could be another. However many calls were
   * refused with the same token, it is renewed once.
   *
   * @return whether it is worth trying once more
   */
  default boolean renewed(AuthenticatedCall refused, Duration timeout) throws PartnerException {
    return false;
  }
}
