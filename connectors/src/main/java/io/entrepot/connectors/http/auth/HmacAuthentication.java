package io.entrepot.connectors.http.auth;

import io.entrepot.connectors.http.HttpAnswer;
import io.entrepot.connectors.http.HttpCall;
import io.entrepot.connectors.spi.PartnerException;
import io.entrepot.connectors.spi.PartnerSettings;
import io.entrepot.connectors.spi.Secret;
import io.entrepot.connectors.spi.SettingException;
import io.entrepot.connectors.spi.auth.HeldTokens;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code hmac}: signs a declared base string, and puts signature, time and key where declared. */
final class HmacAuthentication implements Authentication {
  private static final String TOKEN = "access-token";
  private static final Set<String> NAMED =
      Set.of(
          "method",
          "host",
          "path",
          "path-below-base",
          "query",
          "sorted-query",
          "timestamp",
          "nonce",
          "secret");

  private final PartnerSettings settings;
  private final HmacKey key;
  private final Template base;
  private final TimeForm time;
  private final Map<String, Template> headers;
  private final Map<String, Template> query;
  private final @Nullable TokenAuthentication token;
  private final Clock clock;

  /**
   * @param token null if there is none in the base string or call
   */
  HmacAuthentication(Declared declared, @Nullable TokenAuthentication token, Clock clock) {
    Set<String> forBase = new HashSet<>(NAMED);
    forBase.addAll(SignedParts.OF_BODY);
    if (token != null) {
      forBase.add(TOKEN);
    }
    Set<String> forPlaces = new HashSet<>(forBase);
    forPlaces.remove("secret");
    forPlaces.add("signature");
    this.settings = declared.settings();
    this.key = HmacKey.of(declared, "secret-key");
    this.base = declared.template("base", forBase);
    this.time = TimeForm.of(declared);
    this.headers = declared.templates("headers", forPlaces);
    this.query = declared.templates("query", forPlaces);
    this.token = token;
    this.clock = clock;
    refuseUnsent(declared);
  }

  private void refuseUnsent(Declared declared) {
    boolean sent =
        headers.values().stream().anyMatch(place -> place.uses("signature"))
            || query.values().stream().anyMatch(place -> place.uses("signature"));
    if (!sent) {
      throw declared.missing("headers' or 'query' with {signature");
    }
  }

  @Override
  public AuthenticatedCall authenticate(HttpCall call) throws PartnerException {
    HeldTokens held = token == null ? null : token.tokens(call.timeout());
    Secret secret = key.secret();
    Map<String, String> named = named(call, secret, held);
    String body = call.body();
    SignedParts parts = new SignedParts(Template.utf8(body == null ? "" : body), named);
    named.put("signature", key.sign(secret, base.bytes(settings, parts::bytes)));
    HttpCall signed = call;
    for (Map.Entry<String, Template> place : headers.entrySet()) {
      signed = signed.with(place.getKey(), filled(place.getValue(), parts));
    }
    for (Map.Entry<String, Template> place : query.entrySet()) {
      signed = signed.withQuery(place.getKey(), filled(place.getValue(), parts));
    }
    return held == null
        ? AuthenticatedCall.of(signed, secret)
        : new AuthenticatedCall(signed, held.generation(), secrets(secret, held));
  }

  private static List<Secret> secrets(Secret secret, HeldTokens held) {
    List<Secret> secrets = new ArrayList<>(TokenAuthentication.secrets(held.tokens()));
    secrets.add(secret);
    return secrets;
  }

  private String filled(Template template, SignedParts parts) {
    return new String(template.bytes(settings, parts::bytes), StandardCharsets.UTF_8);
  }

  private Map<String, String> named(HttpCall call, Secret secret, @Nullable HeldTokens held) {
    URI uri = call.uri();
    String rawQuery = uri.getRawQuery() == null ? "" : uri.getRawQuery();
    Map<String, String> named = new HashMap<>();
    named.put("method", call.method());
    named.put("host", uri.getAuthority());
    named.put("path", uri.getRawPath());
    named.put("path-below-base", belowBase(uri.getRawPath()));
    named.put("query", rawQuery);
    named.put("sorted-query", SignedParts.sorted(rawQuery));
    named.put("timestamp", time.write(clock.instant()));
    named.put("nonce", UUID.randomUUID().toString());
    named.put("secret", secret.reveal());
    if (held != null) {
      named.put(TOKEN, held.tokens().access().reveal());
    }
    return named;
  }

  /** A sandbox or gateway in front adds folders to the path that the partner's rule never has. */
  private String belowBase(String path) {
    String prefix =
        settings.find("base-url").map(text -> URI.create(text.strip()).getRawPath()).orElse("");
    String folder = prefix == null ? "" : prefix.replaceAll("/+$", "");
    return path.startsWith(folder) ? path.substring(folder.length()) : path;
  }

  @Override
  public boolean refuses(HttpAnswer answer) {
    return token == null ? Authentication.super.refuses(answer) : token.refuses(answer);
  }

  @Override
  public boolean renewed(AuthenticatedCall refused, Duration timeout) throws PartnerException {
    return token != null && token.renewed(refused, timeout);
  }

  /** Where the secret comes from and how it signs. */
  record HmacKey(String setting, PartnerSettings settings, HmacForm form) {
    static HmacKey of(Declared declared, String fallback) {
      return new HmacKey(
          declared.secretName("secret", fallback), declared.settings(), HmacForm.of(declared));
    }

    Secret secret() {
      return settings.secret(setting);
    }

    String sign(Secret secret, byte[] text) {
      try {
        return form.sign(secret, text);
      } catch (SecretFormException e) {
        throw new SettingException(settings.key(setting), String.valueOf(e.getMessage()));
      }
    }
  }
}
