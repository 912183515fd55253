package io.entrepot.connectors.http.auth;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a partner wants us to prove who we are (or how it proves who it is), as written in a file:
 * {@code {kind: api-key, header: X-Api-Key, secret: api-key}}. docs/authentication.md lists the
 * kinds. A {@code secret} is the name of a partner setting, never the secret itself; {@code
 * ${name}} in a text stands for another partner setting.
 *
 * @param place where it stands, for messages, such as {@code declared/akeneo.yaml: auth}
 * @param settings by key; values are texts, numbers, booleans, lists and maps of these
 */
public record AuthDeclaration(String place, Map<String, ?> settings) {
  public AuthDeclaration {
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
  }

  /** Somebody may have written a secret into it. */
  @Override
  public String toString() {
    return place + settings.keySet();
  }
}
