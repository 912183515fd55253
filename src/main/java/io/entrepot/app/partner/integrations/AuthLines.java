package io.entrepot.app.partner.integrations;

import io.entrepot.connectors.http.declared.YamlPlace;
import java.util.List;
import java.util.Optional;

/** {@code auth:} of a system. */
final class AuthLines {
  private final String id;
  private final Gaps gaps;
  private final SettingLines settings;

  AuthLines(String id, Gaps gaps, SettingLines settings) {
    this.id = id;
    this.gaps = gaps;
    this.settings = settings;
  }

  List<String> of(YamlPlace system) {
    Optional<YamlPlace> section = system.find("auth");
    if (section.isEmpty()) {
      gaps.add(system, id + " has no 'auth:': its calls go out without a credential");
      return List.of();
    }
    YamlPlace auth = section.get();
    String type = auth.require("type").text();
    return switch (type) {
      case "api_key" -> apiKey(auth);
      case "basic" -> basic(auth);
      case "bearer" -> bearer(auth);
      case "oauth2" -> oauth(auth);
      default -> {
        gaps.add(
            auth.require("type"),
            "auth type '"
                + type
                + "' is not known (api_key, basic, bearer, oauth2): write 'auth:'"
                + " of the declared file by hand");
        yield List.of();
      }
    };
  }

  private List<String> apiKey(YamlPlace auth) {
    auth.only("type", "api_key", "header");
    secret("api-key", auth, "api_key");
    Optional<YamlPlace> header = auth.find("header");
    if (header.isEmpty()) {
      gaps.add(auth, "nothing says where the API key goes: the header X-Api-Key is assumed");
    }
    String name = header.map(YamlPlace::text).orElse("X-Api-Key");
    return List.of("auth: { kind: api-key, header: " + name + ", secret: api-key }");
  }

  private List<String> basic(YamlPlace auth) {
    auth.only("type", "username", "password");
    settings.plain("username", auth.require("username"));
    secret("password", auth, "password");
    return List.of("auth: { kind: basic, user: \"${username}\", secret: password }");
  }

  private List<String> bearer(YamlPlace auth) {
    auth.only("type", "token");
    secret("token", auth, "token");
    return List.of("auth: { kind: bearer, secret: token }");
  }

  private List<String> oauth(YamlPlace auth) {
    auth.only("type", "client_id", "client_secret", "token_url", "scope");
    settings.plain("client-id", auth.require("client_id"));
    secret("client-secret", auth, "client_secret");
    Optional<YamlPlace> url = auth.find("token_url");
    if (url.isEmpty()) {
      gaps.add(auth, "OAuth 2 without a 'token_url:': set " + settings.key("token-url"));
      settings.open("token-url");
    } else {
      settings.plain("token-url", url.get());
    }
    String scope =
        auth.find("scope").map(at -> ", scope: " + IntegratedSystem.quoted(at.text())).orElse("");
    return List.of(
        "auth: { kind: oauth2-client-credentials, token-url: \"${token-url}\"" + scope + " }");
  }

  private void secret(String name, YamlPlace auth, String key) {
    settings.secret(name, auth.require(key));
  }
}
