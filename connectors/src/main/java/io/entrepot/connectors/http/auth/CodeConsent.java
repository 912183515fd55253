package io.entrepot.connectors.http.auth;

import io.entrepot.connectors.http.HttpCall;
import io.entrepot.connectors.http.HttpSettings;
import io.entrepot.connectors.spi.ErrorClass;
import io.entrepot.connectors.spi.PartnerException;
import io.entrepot.connectors.spi.PartnerSettings;
import io.entrepot.connectors.spi.Secret;
import io.entrepot.connectors.spi.auth.Consent;
import io.entrepot.connectors.spi.auth.TokenKey;
import io.entrepot.connectors.spi.auth.Tokens;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The owner's consent by authorisation code (RFC 6749, 4.1), with PKCE unless declared off. */
final class CodeConsent implements Consent {
  private static final Duration TIMEOUT = Duration.ofSeconds(20);

  private final PartnerSettings settings;
  private final TokenServer server;
  private final Supplier<TokenKey> key;
  private final Template authorizeUrl;
  private final Map<String, Template> parameters;
  private final Optional<Template> scope;
  private final boolean pkce;

  CodeConsent(Declared declared, TokenServer server, Supplier<TokenKey> key) {
    this.settings = declared.settings();
    this.server = server;
    this.key = key;
    this.authorizeUrl = declared.template("authorize-url", Set.of());
    this.parameters = declared.templates("authorize-parameters", Set.of());
    this.scope = declared.templateIfAny("scope");
    this.pkce = declared.flag("pkce", true);
  }

  TokenServer server() {
    return server;
  }

  @Override
  public TokenKey key() {
    return key.get();
  }

  @Override
  public URI address(String state, Secret verifier, URI redirect) {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("response_type", "code");
    query.put("client_id", server.clientId());
    query.put("redirect_uri", redirect.toString());
    scope.ifPresent(text -> query.put("scope", text.text(settings)));
    query.put("state", state);
    if (pkce) {
      byte[] challenge = Fingerprint.sha256(verifier.reveal());
      query.put(
          "code_challenge", Base64.getUrlEncoder().withoutPadding().encodeToString(challenge));
      query.put("code_challenge_method", "S256");
    }
    parameters.forEach((name, value) -> query.put(name, value.text(settings)));
    URI start = HttpSettings.address(settings, "authorize-url", authorizeUrl.text(settings));
    HttpCall page = HttpCall.get(start, TIMEOUT);
    for (Map.Entry<String, String> parameter : query.entrySet()) {
      page = page.withQuery(parameter.getKey(), parameter.getValue());
    }
    return page.uri();
  }

  @Override
  public Tokens exchange(Map<String, String> answer, Secret verifier, URI redirect)
      throws PartnerException {
    String code = answer.getOrDefault("code", "");
    if (code.isBlank()) {
      throw new PartnerException(
          ErrorClass.DECLINED, "NO_CODE", "the partner sent nobody back with a code; start again");
    }
    Map<String, String> grant = new LinkedHashMap<>();
    grant.put("grant_type", "authorization_code");
    grant.put("code", code);
    grant.put("redirect_uri", redirect.toString());
    if (pkce) {
      grant.put("code_verifier", verifier.reveal());
    }
    return server.ask(grant, TIMEOUT);
  }
}
