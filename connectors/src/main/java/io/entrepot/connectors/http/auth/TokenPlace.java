package io.entrepot.connectors.http.auth;

import io.entrepot.connectors.http.HttpCall;
import io.entrepot.connectors.spi.Secret;
import java.util.Optional;

/**
 * Where in a call a key or token goes.
 *
 * @param inQuery whether {@code name} is a query parameter, or else a header
 * @param scheme what stands before it in a header, such as {@code Bearer}; may be empty
 */
record TokenPlace(boolean inQuery, String name, String scheme) {
  /** {@code header:} or {@code query:}, and {@code scheme:}. */
  static TokenPlace of(Declared declared, String header, String scheme) {
    Optional<String> query = declared.text("query");
    String named = declared.text("header").orElse(header);
    String before = declared.text("scheme").orElse(scheme);
    return query
        .map(name -> new TokenPlace(true, name, ""))
        .orElseGet(() -> new TokenPlace(false, named, before));
  }

  HttpCall put(HttpCall call, Secret token) {
    if (inQuery) {
      return call.withQuery(name, token.reveal());
    }
    return call.with(name, scheme.isEmpty() ? token.reveal() : scheme + " " + token.reveal());
  }
}
