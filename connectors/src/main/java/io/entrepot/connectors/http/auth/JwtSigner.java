package io.entrepot.connectors.http.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.entrepot.connectors.spi.PartnerSettings;
import io.entrepot.connectors.spi.Secret;
import io.entrepot.connectors.spi.SettingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Signs a JWT with declared claims; {@code iat}, {@code exp} and {@code jti} are added. */
final class JwtSigner {
  private static final Map<String, JWSAlgorithm> ALGORITHMS =
      Map.of("HS256", JWSAlgorithm.HS256, "RS256", JWSAlgorithm.RS256, "ES256", JWSAlgorithm.ES256);

  private final PartnerSettings settings;
  private final String secretName;
  private final JWSAlgorithm algorithm;
  private final Optional<Template> keyId;
  private final Map<String, Object> claims;
  private final Duration lifetime;
  private final Duration skew;
  private final boolean jti;
  private final Clock clock;

  private JwtSigner(Declared declared, String fallback, Clock clock) {
    this.settings = declared.settings();
    this.secretName = declared.secretName("signing-key", fallback);
    this.algorithm = algorithm(declared);
    this.keyId = declared.templateIfAny("key-id");
    this.claims = claims(declared);
    this.lifetime = Duration.ofSeconds(declared.number("jwt-lifetime-seconds", 10, 86_400, 300));
    this.skew = Duration.ofSeconds(declared.number("jwt-skew-seconds", 0, 600, 30));
    this.jti = declared.flag("jti", true);
    this.clock = clock;
  }

  static JwtSigner of(Declared declared, String fallback, Clock clock) {
    return new JwtSigner(declared, fallback, clock);
  }

  private static JWSAlgorithm algorithm(Declared declared) {
    declared.require("algorithm");
    return declared.choice("algorithm", ALGORITHMS, JWSAlgorithm.HS256);
  }

  /** Texts may have settings in them; numbers, booleans and lists stay as they are. */
  private static Map<String, Object> claims(Declared declared) {
    Map<String, Object> claims = new LinkedHashMap<>();
    declared
        .map("claims")
        .forEach(
            (name, value) ->
                claims.put(
                    name,
                    value instanceof String text
                        ? Template.parse(declared.at("claims." + name), text, Set.of())
                        : value));
    for (String ours : List.of("iat", "exp", "nbf", "jti")) {
      if (claims.containsKey(ours)) {
        throw new AuthDeclarationException(
            declared.at("claims." + ours), "is added by the hub: take it out");
      }
    }
    return claims;
  }

  /**
   * A new token.
   *
   * @throws SettingException naming the key's setting, if it is none for the algorithm
   */
  Secret sign() {
    JWSHeader.Builder header = new JWSHeader.Builder(algorithm).type(JOSEObjectType.JWT);
    keyId.ifPresent(id -> header.keyID(id.text(settings)));
    SignedJWT token = new SignedJWT(header.build(), claimsNow());
    try {
      token.sign(SigningKeys.signer(algorithm, settings.secret(secretName)));
      return Secret.of(token.serialize());
    } catch (JOSEException | SecretFormException e) {
      // Without the cause, which may describe the key.
      throw new SettingException(settings.key(secretName), SigningKeys.wanted(algorithm));
    }
  }

  private JWTClaimsSet claimsNow() {
    // A partner whose clock is behind ours would find the token to be from the future.
    Instant issued = clock.instant().minus(skew);
    JWTClaimsSet.Builder set = new JWTClaimsSet.Builder();
    claims.forEach(
        (name, value) ->
            set.claim(name, value instanceof Template text ? text.text(settings) : value));
    set.issueTime(Date.from(issued)).expirationTime(Date.from(issued.plus(lifetime)));
    return jti ? set.jwtID(UUID.randomUUID().toString()).build() : set.build();
  }
}
