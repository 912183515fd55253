package io.entrepot.connectors.http.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entrepot.connectors.http.HttpCall;
import io.entrepot.connectors.spi.PartnerSettings;
import io.entrepot.connectors.spi.SettingException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeclarationTest {
  private static final HttpCall CALL =
      HttpCall.get(URI.create("https://api.example/v1/orders?page=2"), Duration.ofSeconds(5));

  private final Authentications authentications =
      new Authentications(new MemoryTokenVault(), Clock.systemUTC());
  private final PartnerSettings settings =
      PartnerSettings.of(
          "acme",
          Map.of("api-key", "k/1 +", "api-token", "t-1", "user", "jörg", "password", "p:w"));

  @Test
  void anApiKeyGoesIntoTheHeaderOrTheQuery() throws Exception {
    assertThat(call(Map.of("kind", "api-key", "header", "X-Api-Key")).headers())
        .containsEntry("X-Api-Key", "k/1 +");
    assertThat(call(Map.of("kind", "api-key", "query", "t_key")).uri().toString())
        .isEqualTo("https://api.example/v1/orders?page=2&t_key=k%2F1%20%2B");
    assertThat(
            call(Map.of("kind", "api-key", "header", "Authorization", "scheme", "ShippoToken"))
                .headers())
        .containsEntry("Authorization", "ShippoToken k/1 +");
  }

  @Test
  void basicIsUtf8OfUserAndPasswordOrOfAKeyAlone() throws Exception {
    assertThat(call(Map.of("kind", "basic")).headers())
        .containsEntry("Authorization", "Basic asO2cmc6cDp3");
    assertThat(call(Map.of("kind", "basic", "key-as", "user", "secret", "api-token")).headers())
        .containsEntry("Authorization", "Basic dC0xOg==");
  }

  @Test
  void aBearerTokenIsSentAsItIs() throws Exception {
    assertThat(call(Map.of("kind", "bearer")).headers())
        .containsEntry("Authorization", "Bearer t-1");
  }

  @Test
  void aSecretThatIsNotSetIsNamedWhenItIsNeeded() {
    assertThatThrownBy(() -> call(Map.of("kind", "bearer", "secret", "other-token")))
        .isInstanceOf(SettingException.class)
        .hasMessageContaining("entrepot.partners.acme.other-token");
  }

  @Test
  void whatCannotBeMeantIsRefusedWithThePlace() {
    assertThat(refusal(Map.of())).isEqualTo("acme.yaml: auth: 'kind' is missing");
    assertThat(refusal(Map.of("kind", "magic")))
        .contains("acme.yaml: auth.kind: is one of [api-key");
    assertThat(refusal(Map.of("kind", "api-key"))).contains("'header' or 'query' is missing");
    assertThat(refusal(Map.of("kind", "bearer", "secert", "x")))
        .isEqualTo(
            "acme.yaml: auth: has no key 'secert'; there are: [header, kind, query, scheme,"
                + " secret]");
    assertThat(refusal(Map.of("kind", "oauth2-client-credentials")))
        .contains("'token-url' is missing");
    assertThat(refusal(Map.of("kind", "hmac", "base", "{tiem}", "headers", Map.of())))
        .contains("auth.base: there is no {tiem}");
    assertThat(refusal(Map.of("kind", "hmac", "base", "{path}", "headers", Map.of("A", "b"))))
        .contains("with {signature");
    assertThat(refusal(Map.of("kind", "jwt", "algorithm", "none"))).contains("ES256, HS256, RS256");
    assertThat(refusal(Map.of("kind", "jwt", "algorithm", "HS256", "claims", Map.of("exp", 1))))
        .contains("auth.claims.exp: is added by the hub");
    assertThat(refusal(Map.of("kind", "bearer", "header", List.of("a", "b"))))
        .contains("auth.header: must be one text");
  }

  @Test
  void aSecretWrittenIntoTheFileIsRefusedAndNotQuoted() {
    assertThat(refusal(Map.of("kind", "bearer", "secret", "SK_live_4711")))
        .contains("names a setting of the partner")
        .doesNotContain("SK_live_4711");
  }

  private HttpCall call(Map<String, ?> declared) throws Exception {
    return authentications.of(declaration(declared), settings).authenticate(CALL).call();
  }

  private String refusal(Map<String, ?> declared) {
    try {
      authentications.of(declaration(declared), settings);
    } catch (AuthDeclarationException e) {
      return e.getMessage();
    }
    throw new AssertionError("was not refused: " + declared);
  }

  private static AuthDeclaration declaration(Map<String, ?> declared) {
    return new AuthDeclaration("acme.yaml: auth", declared);
  }
}
