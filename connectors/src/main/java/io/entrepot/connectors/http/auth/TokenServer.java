package io.entrepot.connectors.http.auth;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entrepot.connectors.http.HttpAnswer;
import io.entrepot.connectors.http.HttpCall;
import io.entrepot.connectors.http.HttpSettings;
import io.entrepot.connectors.http.PartnerHttp;
import io.entrepot.connectors.spi.PartnerException;
import io.entrepot.connectors.spi.PartnerSettings;
import io.entrepot.connectors.spi.Secret;
import io.entrepot.connectors.spi.auth.Tokens;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A token endpoint as RFC 6749 has it, with the ways in which partners differ declared. */
final class TokenServer {
  /** How the client proves itself to it. */
  enum ClientAuth {
    BASIC,
    BODY,
    NONE
  }

  private final PartnerSettings settings;
  private final Template tokenUrl;
  private final Template refreshUrl;
  private final Template clientId;
  private final Supplier<Secret> clientSecret;
  private final ClientAuth clientAuth;
  private final boolean json;
  private final Map<String, Template> parameters;
  private final Map<String, Template> headers;
  private final TokenAnswer answers;
  private final @Nullable Authentication signedBy;
  private final PartnerHttp http;
  private final Clock clock;

  /**
   * @param signedBy null if the calls are not signed
   */
  TokenServer(
      Declared declared,
      ClientAuth fallback,
      @Nullable Authentication signedBy,
      PartnerHttp http,
      Clock clock) {
    this.settings = declared.settings();
    this.tokenUrl = declared.template("token-url", Set.of());
    this.refreshUrl = declared.templateIfAny("refresh-url").orElse(tokenUrl);
    this.clientId = declared.template("client-id", "${client-id}");
    this.clientSecret = declared.secret("secret", "client-secret");
    this.clientAuth =
        declared.choice(
            "client-auth",
            Map.of("basic", ClientAuth.BASIC, "body", ClientAuth.BODY, "none", ClientAuth.NONE),
            fallback);
    this.json = declared.choice("body", Map.of("form", false, "json", true), false);
    this.parameters = declared.templates("parameters", Set.of());
    this.headers = declared.templates("token-headers", Set.of());
    this.answers = TokenAnswer.of(declared);
    this.signedBy = signedBy;
    this.http = http;
    this.clock = clock;
  }

  String clientId() {
    return clientId.text(settings);
  }

  /** What marks tokens as coming from here, for this client. */
  String mark() {
    return tokenUrl.text(settings) + " " + clientId();
  }

  /** Asks the token endpoint. */
  Tokens ask(Map<String, String> grant, Duration timeout) throws PartnerException {
    return ask(tokenUrl, grant, null, timeout);
  }

  /** Asks with the refresh token; an answer without another one leaves that one in force. */
  Tokens refresh(Secret refresh, Duration timeout) throws PartnerException {
    Map<String, String> grant = new LinkedHashMap<>();
    grant.put("grant_type", "refresh_token");
    grant.put("refresh_token", refresh.reveal());
    return ask(refreshUrl, grant, refresh, timeout);
  }

  private Tokens ask(
      Template url, Map<String, String> grant, @Nullable Secret refresh, Duration timeout)
      throws PartnerException {
    // Taken before: what the answer says is counted from a moment that is never too late.
    Instant asked = clock.instant();
    HttpAnswer answer = http.send(signed(call(url, grant, timeout)));
    return answers.read(answer, asked, Optional.ofNullable(refresh));
  }

  private HttpCall signed(HttpCall call) throws PartnerException {
    return signedBy == null ? call : signedBy.authenticate(call).call();
  }

  private HttpCall call(Template url, Map<String, String> grant, Duration timeout) {
    URI uri = HttpSettings.address(settings, "token-url", url.text(settings));
    Map<String, String> fields = new LinkedHashMap<>(grant);
    parameters.forEach((name, value) -> fields.put(name, value.text(settings)));
    Map<String, String> sent = new LinkedHashMap<>();
    headers.forEach((name, value) -> sent.put(name, value.text(settings)));
    identify(fields, sent);
    sent.put("Accept", "application/json");
    sent.put("Content-Type", json ? "application/json" : "application/x-www-form-urlencoded");
    return new HttpCall("POST", uri, Map.copyOf(sent), body(fields), timeout);
  }

  private void identify(Map<String, String> fields, Map<String, String> headers) {
    switch (clientAuth) {
      case BASIC -> {
        // RFC 6749, 2.3.1: both are form-encoded before they are joined.
        String pair = encoded(clientId()) + ":" + encoded(clientSecret.get().reveal());
        headers.put(
            "Authorization", "Basic " + Base64.getEncoder().encodeToString(Template.utf8(pair)));
      }
      case BODY -> {
        fields.put("client_id", clientId());
        fields.put("client_secret", clientSecret.get().reveal());
      }
      case NONE -> fields.putIfAbsent("client_id", clientId());
    }
  }

  private String body(Map<String, String> fields) {
    if (json) {
      ObjectNode body = JsonNodeFactory.instance.objectNode();
      fields.forEach(body::put);
      return body.toString();
    }
    return fields.entrySet().stream()
        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
