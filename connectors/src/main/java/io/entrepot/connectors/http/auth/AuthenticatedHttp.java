package io.entrepot.connectors.http.auth;

import io.entrepot.connectors.http.HttpAnswer;
import io.entrepot.connectors.http.HttpCall;
import io.entrepot.connectors.http.PartnerHttp;
import io.entrepot.connectors.spi.PartnerException;

/** Sends calls with their proof; a proof that is refused is renewed once, and tried once more. */
public final class AuthenticatedHttp {
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
   * @throws PartnerException as {@link PartnerHttp#send} does, or if no proof can be had
   */
  public HttpAnswer send(HttpCall call) throws PartnerException {
    Deadline deadline = Deadline.after(call.timeout());
    AuthenticatedCall first = authentication.authenticate(call);
    HttpAnswer answer = send(first, deadline);
    if (!authentication.refuses(answer) || !authentication.renewed(first, deadline.left())) {
      return answer;
    }
    return send(authentication.authenticate(call.within(deadline.left())), deadline);
  }

  private HttpAnswer send(AuthenticatedCall call, Deadline deadline) throws PartnerException {
    return Scrubber.of(call.secrets()).scrubbed(http.send(call.call().within(deadline.left())));
  }
}
