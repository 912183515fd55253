package io.entrepot.connectors.http.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import io.entrepot.connectors.http.HttpCall;
import io.entrepot.connectors.spi.PartnerSettings;
import io.entrepot.connectors.spi.SettingException;
import java.net.URI;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JwtAuthenticationTest {
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final String LONG_SECRET = "0123456789abcdef0123456789abcdef";

  private final Authentications kinds =
      new Authentications(new MemoryTokenVault(), Clock.fixed(NOW, ZoneOffset.UTC));

  @Test
  void claimsAreAsDeclaredAndTheTimesLeaveRoomForAClockBehindOurs() throws Exception {
    SignedJWT token = token("HS256", LONG_SECRET);

    assertThat(token.verify(new MACVerifier(LONG_SECRET))).isTrue();
    assertThat(token.getHeader().getKeyID()).isEqualTo("key-7");
    assertThat(token.getJWTClaimsSet().getIssuer()).isEqualTo("team-1");
    assertThat(token.getJWTClaimsSet().getAudience()).containsExactly("https://partner.example");
    assertThat(token.getJWTClaimsSet().getClaim("admin")).isEqualTo(true);
    assertThat(token.getJWTClaimsSet().getIssueTime()).isEqualTo(Date.from(NOW.minusSeconds(30)));
    assertThat(token.getJWTClaimsSet().getExpirationTime())
        .isEqualTo(Date.from(NOW.plusSeconds(570)));
  }

  @Test
  void eachTokenHasAnIdOfItsOwn() throws Exception {
    assertThat(token("HS256", LONG_SECRET).getJWTClaimsSet().getJWTID())
        .isNotEqualTo(token("HS256", LONG_SECRET).getJWTClaimsSet().getJWTID());
  }

  @Test
  void rsaAndEllipticKeysSignFromTheirPem() throws Exception {
    KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
    rsa.initialize(2048);
    KeyPair rsaPair = rsa.generateKeyPair();
    KeyPairGenerator ec = KeyPairGenerator.getInstance("EC");
    ec.initialize(new ECGenParameterSpec("secp256r1"));
    KeyPair ecPair = ec.generateKeyPair();
    JWSVerifier ofRsa = new RSASSAVerifier((RSAPublicKey) rsaPair.getPublic());
    JWSVerifier ofEc = new ECDSAVerifier((ECPublicKey) ecPair.getPublic());

    assertThat(token("RS256", pem(rsaPair.getPrivate())).verify(ofRsa)).isTrue();
    assertThat(token("ES256", pem(ecPair.getPrivate())).verify(ofEc)).isTrue();
    assertThat(token("ES256", pem(ecPair.getPrivate()).replace("\n", "\\n")).verify(ofEc)).isTrue();
  }

  @Test
  void aKeyOfTheWrongFormIsNamedButNeverQuoted() {
    for (String algorithm : List.of("HS256", "RS256", "ES256")) {
      assertThatThrownBy(() -> token(algorithm, "too-short-4711"))
          .isInstanceOf(SettingException.class)
          .hasMessageContaining("entrepot.partners.apple.signing-key")
          .hasMessageNotContaining("too-short-4711");
    }
  }

  private SignedJWT token(String algorithm, String key) throws Exception {
    PartnerSettings settings =
        PartnerSettings.of("apple", Map.of("signing-key", key, "team-id", "team-1"));
    Map<String, Object> declared =
        Map.of(
            "kind",
            "jwt",
            "algorithm",
            algorithm,
            "key-id",
            "key-7",
            "jwt-lifetime-seconds",
            600,
            "claims",
            Map.of("iss", "${team-id}", "aud", "https://partner.example", "admin", true));
    HttpCall call = HttpCall.get(URI.create("https://partner.example/x"), Duration.ofSeconds(5));
    String header =
        kinds
            .of(new AuthDeclaration("t", declared), settings)
            .authenticate(call)
            .call()
            .headers()
            .get("Authorization");
    return SignedJWT.parse(header.substring("Bearer ".length()));
  }

  private static String pem(PrivateKey key) {
    return "-----BEGIN PRIVATE KEY-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded())
        + "\n-----END PRIVATE KEY-----\n";
  }
}
