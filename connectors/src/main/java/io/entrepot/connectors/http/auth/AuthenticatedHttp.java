package io.entrepot.connectors.http.auth;

import io.entrepot.connectors.http.HttpAnswer;
import io.entrepot.connectors.http.HttpCall;
import io.entrepot.connectors.http.PartnerHttp;
import io.entrepot.connectors.spi.ErrorClass;
import io.entrepot.connectors.spi.PartnerException;
import java.time.Duration;

/** Sends calls with their proof; a proof that is refused is renewed once, and tried once more. */
public final class AuthenticatedHttp {
  // Of a call's time: whoever sends with less than a tenth of it left will hear no answer, and then
  // nobody knows whether the partner did it.
  private static final int LEAST_PART = 10;

  private final PartnerHttp http;
  private final Authentication authentication;

  public AuthenticatedHttp(PartnerHttp http, Authentication authentication) {
    this.http = http;
    this.authentication = authentication;
  }

  /**
   * Blocks until the whole answer is there, whatever its status, within the call's time-out, asking
   * for tokens included. Where the partner echoes a secret, the answer has {@code ***}.
   *
   * @throws PartnerException as {@link PartnerHttp#send} does, or if no proof can be had in time;
   *     the call was not sent then
   */
  public HttpAnswer send(HttpCall call) throws PartnerException {
    Deadline deadline = Deadline.after(call.timeout());
    AuthenticatedCall first = authentication.authenticate(call);
    HttpAnswer answer = send(first, deadline, call.timeout());
    if (!authentication.refuses(answer) || !authentication.renewed(first, deadline.left())) {
      return answer;
    }
    return send(
        authentication.authenticate(call.within(deadline.left())), deadline, call.timeout());
  }

  private HttpAnswer send(AuthenticatedCall call, Deadline deadline, Duration whole)
      throws PartnerException {
    if (deadline.left().compareTo(whole.dividedBy(LEAST_PART)) < 0) {
      throw new PartnerException(
          ErrorClass.REFUSED_CONNECTION,
          "TOKEN_LATE",
          "not sent: the token came when the time of this call was nearly over");
    }
    return Scrubber.of(call.secrets()).scrubbed(http.send(call.call().within(deadline.left())));
  }
}
