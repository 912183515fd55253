package io.entrepot.connectors.http.auth;

import io.entrepot.connectors.http.HttpCall;
import io.entrepot.connectors.spi.Secret;

/** {@code jwt}: a token that we sign ourselves, anew for each call. */
record JwtAuthentication(JwtSigner signer, TokenPlace place) implements Authentication {
  @Override
  public AuthenticatedCall authenticate(HttpCall call) {
    Secret token = signer.sign();
    return AuthenticatedCall.of(place.put(call, token), token);
  }
}
