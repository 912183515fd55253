package io.entrepot.connectors.http.auth;

import io.entrepot.connectors.http.HttpCall;
import io.entrepot.connectors.spi.Secret;
import java.util.function.Supplier;

/** {@code api-key} and {@code bearer}: a fixed text in a header or in the query. */
record KeyAuthentication(Supplier<Secret> secret, TokenPlace place) implements Authentication {
  static Authentication apiKey(Declared declared) {
    if (declared.find("header").isEmpty() && declared.find("query").isEmpty()) {
      throw declared.missing("header' or 'query");
    }
    TokenPlace place = TokenPlace.of(declared, "", "");
    return new KeyAuthentication(declared.secret("secret", "api-key"), place);
  }

  static Authentication bearer(Declared declared) {
    TokenPlace place = TokenPlace.of(declared, "Authorization", "Bearer");
    return new KeyAuthentication(declared.secret("secret", "api-token"), place);
  }

  @Override
  public AuthenticatedCall authenticate(HttpCall call) {
    Secret key = secret.get();
    return AuthenticatedCall.of(place.put(call, key), key);
  }
}
