package io.entrepot.connectors.http.auth;

import com.fasterxml.jackson.core.JsonPointer;
import io.entrepot.connectors.http.HttpAnswer;
import java.util.Set;

/**
 * When an answer says that the token is not accepted: status 401, or a code in a JSON body.
 *
 * @param code where the code stands, such as {@code /error}
 * @param codes {@code refused-codes}; none by default
 */
record RefusedWhen(JsonPointer code, Set<String> codes) {
  static RefusedWhen of(Declared declared) {
    return new RefusedWhen(
        pointer(declared, "refused-code-at", "/error"),
        Set.copyOf(declared.texts("refused-codes")));
  }

  static JsonPointer pointer(Declared declared, String key, String fallback) {
    try {
      return JsonPointer.compile(declared.text(key).orElse(fallback));
    } catch (IllegalArgumentException e) {
      throw new AuthDeclarationException(declared.at(key), "is a JSON pointer such as " + fallback);
    }
  }

  boolean test(HttpAnswer answer) {
    if (answer.status() == 401) {
      return true;
    }
    return !codes.isEmpty() && codes.contains(answer.jsonOrMissing().at(code).asText());
  }
}
