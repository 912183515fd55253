package io.entrepot.connectors.http.auth;

import io.entrepot.connectors.http.HttpCall;
import io.entrepot.connectors.spi.auth.Consent;
import io.entrepot.connectors.spi.auth.TokenVault;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which kinds there are; docs/authentication.md has an example of each. */
final class AuthKinds {
  private static final Set<String> SIMPLE = Set.of("none", "api-key", "basic", "bearer", "jwt");
  private static final Set<String> INBOUND = Set.of("hmac", "shared-secret", "basic", "must-ask");

  private final OAuthKinds oauth;
  private final Clock clock;

  AuthKinds(TokenVault vault, Clock clock) {
    this.oauth = new OAuthKinds(vault, clock);
    this.clock = clock;
  }

  Authentication outbound(Declared declared) {
    Authentication made = made(declared);
    declared.done();
    return made;
  }

  private Authentication made(Declared declared) {
    String kind = declared.require("kind");
    if (OAuthKinds.kinds().contains(kind)) {
      return tokens(declared, kind);
    }
    return switch (kind) {
      case "none" -> (HttpCall call) -> AuthenticatedCall.of(call);
      case "api-key" -> KeyAuthentication.apiKey(declared);
      case "bearer" -> KeyAuthentication.bearer(declared);
      case "basic" -> BasicAuthentication.of(declared);
      case "jwt" -> jwt(declared);
      case "hmac" -> hmac(declared);
      default -> throw unknown(declared, outboundKinds());
    };
  }

  private Authentication jwt(Declared declared) {
    return new JwtAuthentication(
        JwtSigner.of(declared, "signing-key", clock),
        TokenPlace.of(declared, "Authorization", "Bearer"));
  }

  private Authentication hmac(Declared declared) {
    Optional<Declared> nested = declared.nested("token");
    TokenAuthentication token = null;
    if (nested.isPresent()) {
      token = tokens(nested.get(), nested.get().require("kind"));
      nested.get().done();
    }
    return new HmacAuthentication(declared, token, clock);
  }

  private TokenAuthentication tokens(Declared declared, String kind) {
    Authentication signedBy = signedBy(declared);
    return switch (kind) {
      case "oauth2-client-credentials" -> oauth.clientCredentials(declared, signedBy);
      case "oauth2-password" -> oauth.password(declared, signedBy);
      case "oauth2-jwt-bearer" -> oauth.jwtBearer(declared, signedBy);
      case OAuthKinds.CODE -> oauth.authorizationCode(declared, signedBy);
      default -> throw unknown(declared, OAuthKinds.kinds());
    };
  }

  private @Nullable Authentication signedBy(Declared declared) {
    return declared.nested("signed-by").map(this::outbound).orElse(null);
  }

  /** The code kind, also where it stands inside an HMAC kind. */
  Optional<Consent> consent(Declared declared) {
    Optional<Declared> inside = declared.nested("token");
    if (inside.isPresent()) {
      return consent(inside.get());
    }
    return declared.require("kind").equals(OAuthKinds.CODE)
        ? Optional.of(oauth.consent(declared, signedBy(declared)))
        : Optional.empty();
  }

  InboundTrust inbound(Declared declared) {
    InboundTrust trust =
        switch (declared.require("kind")) {
          case "hmac" -> new InboundHmac(declared);
          case "shared-secret" -> InboundSecret.of(declared);
          case "basic" -> InboundBasic.of(declared);
          case "must-ask" -> new MustAsk();
          default -> throw unknown(declared, INBOUND);
        };
    declared.done();
    return trust;
  }

  private static Set<String> outboundKinds() {
    Set<String> kinds = new TreeSet<>(SIMPLE);
    kinds.addAll(OAuthKinds.kinds());
    kinds.add("hmac");
    return kinds;
  }

  private static AuthDeclarationException unknown(Declared declared, Set<String> kinds) {
    return new AuthDeclarationException(declared.at("kind"), "is one of " + new TreeSet<>(kinds));
  }
}
