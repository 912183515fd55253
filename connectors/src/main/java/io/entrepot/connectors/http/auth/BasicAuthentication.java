package io.entrepot.connectors.http.auth;

import io.entrepot.connectors.http.HttpCall;
import io.entrepot.connectors.spi.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Supplier;

/**
 * {@code basic} (RFC 7617, UTF-8): {@code user} and {@code secret}; some partners take a key as the
 * user and no password ({@code key-as: user}), which is declared as well.
 */
record BasicAuthentication(Supplier<String> user, Supplier<Secret> secret, boolean keyIsUser)
    implements Authentication {
  static Authentication of(Declared declared) {
    boolean keyIsUser =
        declared.choice("key-as", java.util.Map.of("user", true, "password", false), false);
    Template user = declared.template("user", keyIsUser ? "" : "${user}");
    return new BasicAuthentication(
        () -> user.text(declared.settings()), declared.secret("secret", "password"), keyIsUser);
  }

  @Override
  public AuthenticatedCall authenticate(HttpCall call) {
    Secret key = secret.get();
    Secret pair = Secret.of(keyIsUser ? key.reveal() + ":" : user.get() + ":" + key.reveal());
    return AuthenticatedCall.of(call.with("Authorization", "Basic " + base64(pair)), key, pair);
  }

  private static String base64(Secret pair) {
    return Base64.getEncoder().encodeToString(pair.reveal().getBytes(StandardCharsets.UTF_8));
  }
}
