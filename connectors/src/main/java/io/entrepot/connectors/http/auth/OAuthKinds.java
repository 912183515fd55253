package io.entrepot.connectors.http.auth;

import io.entrepot.connectors.http.HttpSettings;
import io.entrepot.connectors.http.PartnerHttp;
import io.entrepot.connectors.spi.ErrorClass;
import io.entrepot.connectors.spi.OnDemand;
import io.entrepot.connectors.spi.PartnerException;
import io.entrepot.connectors.spi.PartnerSettings;
import io.entrepot.connectors.spi.Secret;
import io.entrepot.connectors.spi.auth.TokenKey;
import io.entrepot.connectors.spi.auth.TokenVault;
import io.entrepot.connectors.spi.auth.Tokens;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes the OAuth kinds from their declarations. */
final class OAuthKinds {
  static final String CODE = "oauth2-authorization-code";
  private static final int ANSWER_BYTES_MAX = 100_000;
  private static final URI NOWHERE = URI.create("http://localhost");

  private final TokenVault vault;
  private final Clock clock;
  private final OnDemand<PartnerHttp> http =
      new OnDemand<>(
          () ->
              new PartnerHttp(new HttpSettings(NOWHERE, Duration.ofSeconds(3), ANSWER_BYTES_MAX)));

  OAuthKinds(TokenVault vault, Clock clock) {
    this.vault = vault;
    this.clock = clock;
  }

  TokenAuthentication clientCredentials(Declared declared, @Nullable Authentication signedBy) {
    TokenServer server = server(declared, TokenServer.ClientAuth.BASIC, signedBy);
    Optional<Template> scope = declared.templateIfAny("scope");
    return tokens(
        declared,
        server,
        (old, timeout) -> {
          Map<String, String> grant = grant("client_credentials");
          scope.ifPresent(text -> grant.put("scope", text.text(declared.settings())));
          return withoutRefresh(server.ask(grant, timeout));
        });
  }

  TokenAuthentication password(Declared declared, @Nullable Authentication signedBy) {
    TokenServer server = server(declared, TokenServer.ClientAuth.BASIC, signedBy);
    Template user = declared.template("user", "${user}");
    Supplier<Secret> password = declared.secret("password", "password");
    return tokens(
        declared,
        server,
        (old, timeout) -> {
          Map<String, String> grant = grant("password");
          grant.put("username", user.text(declared.settings()));
          grant.put("password", password.get().reveal());
          return withoutRefresh(server.ask(grant, timeout));
        });
  }

  TokenAuthentication jwtBearer(Declared declared, @Nullable Authentication signedBy) {
    JwtSigner signer = JwtSigner.of(declared, "signing-key", clock);
    TokenServer server = server(declared, TokenServer.ClientAuth.NONE, signedBy);
    return tokens(
        declared,
        server,
        (old, timeout) -> {
          Map<String, String> grant = grant("urn:ietf:params:oauth:grant-type:jwt-bearer");
          grant.put("assertion", signer.sign().reveal());
          return withoutRefresh(server.ask(grant, timeout));
        });
  }

  TokenAuthentication authorizationCode(Declared declared, @Nullable Authentication signedBy) {
    CodeConsent consent = consent(declared, signedBy);
    return tokens(declared, consent.server(), OAuthKinds.refreshing(consent.server()));
  }

  CodeConsent consent(Declared declared, @Nullable Authentication signedBy) {
    TokenServer server = server(declared, TokenServer.ClientAuth.BODY, signedBy);
    Supplier<TokenKey> key = key(declared, server);
    return new CodeConsent(declared, server, key);
  }

  private static TokenSource refreshing(TokenServer server) {
    return (old, timeout) -> {
      if (old == null || old.refresh() == null) {
        throw new PartnerException(
            ErrorClass.OUR_BUG, TokenSource.INVALID_GRANT, "there is no refresh token");
      }
      return server.refresh(old.refresh(), timeout);
    };
  }

  private TokenServer server(
      Declared declared, TokenServer.ClientAuth fallback, @Nullable Authentication signedBy) {
    return new TokenServer(declared, fallback, signedBy, http.get(), clock);
  }

  private TokenAuthentication tokens(Declared declared, TokenServer server, TokenSource source) {
    RefreshPolicy policy = policy(declared);
    Supplier<TokenKey> key = key(declared, server);
    OnDemand<TokenKeeper> keeper =
        new OnDemand<>(() -> new TokenKeeper(key.get(), vault, source, policy, clock));
    return new TokenAuthentication(
        keeper::get, TokenPlace.of(declared, "Authorization", "Bearer"), RefusedWhen.of(declared));
  }

  /** The client belongs to the key: after a change of client the old tokens are never sent. */
  private static Supplier<TokenKey> key(Declared declared, TokenServer server) {
    Template account = declared.template("account", "oauth2");
    PartnerSettings settings = declared.settings();
    return () ->
        new TokenKey(
            settings.partner(), account.text(settings) + "-" + Fingerprint.of(server.mark()));
  }

  private static RefreshPolicy policy(Declared declared) {
    RefreshPolicy standard = RefreshPolicy.DEFAULT;
    return new RefreshPolicy(
        seconds(declared, "refresh-ahead-seconds", 86_400, standard.ahead()),
        seconds(declared, "skew-seconds", 600, standard.skew()),
        seconds(declared, "refresh-pause-seconds", 3_600, standard.youngest()),
        seconds(declared, "token-timeout-seconds", 60, standard.callTimeout()),
        declared.number("lost-answer-tries", 1, 20, standard.lostTries()),
        seconds(declared, "lost-answer-grace-seconds", 2_592_000, standard.lostGrace()));
  }

  private static Duration seconds(Declared declared, String key, int max, Duration fallback) {
    int least = key.startsWith("token-timeout") ? 1 : 0;
    return Duration.ofSeconds(declared.number(key, least, max, (int) fallback.toSeconds()));
  }

  private static Map<String, String> grant(String type) {
    Map<String, String> grant = new LinkedHashMap<>();
    grant.put("grant_type", type);
    return grant;
  }

  /** The credentials themselves get new tokens at any time: nothing is lost with an answer. */
  private static Tokens withoutRefresh(Tokens tokens) {
    return new Tokens(tokens.access(), null, tokens.issuedAt(), tokens.expiresAt());
  }

  /** Kinds that ask a token server. */
  static Set<String> kinds() {
    return Set.of("oauth2-client-credentials", "oauth2-password", "oauth2-jwt-bearer", CODE);
  }
}
