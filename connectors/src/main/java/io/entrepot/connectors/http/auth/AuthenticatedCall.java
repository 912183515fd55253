package io.entrepot.connectors.http.auth;

import io.entrepot.connectors.http.HttpCall;
import io.entrepot.connectors.spi.Secret;
import java.util.List;

/**
 * A call with its proof.
 *
 * @param generation of the token in it; 0 if there is none
 * @param secrets that the partner sees or could echo; they are taken out of its answer
 */
public record AuthenticatedCall(HttpCall call, long generation, List<Secret> secrets) {
  static AuthenticatedCall of(HttpCall call, Secret... secrets) {
    return new AuthenticatedCall(call, 0, List.of(secrets));
  }

  /** Without headers and query. */
  @Override
  public String toString() {
    return call.toString();
  }
}
