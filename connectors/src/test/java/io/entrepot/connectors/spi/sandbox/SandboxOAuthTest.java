package io.entrepot.connectors.spi.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrepot.connectors.spi.PartnerSettings;
import io.entrepot.connectors.spi.sandbox.rest.RestResource;
import io.entrepot.connectors.spi.sandbox.rest.RestSandbox;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxOAuthTest {
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String CREDENTIALS = "grant_type=client_credentials";

  @TempDir Path books;
  private final SettableClock clock = new SettableClock();
  private OneSandbox partner;

  private void open(SandboxOAuth auth) {
    PartnerSettings account =
        PartnerSettings.of("acme", Map.of("client-id", "shop", "client-secret", "s-1"));
    RestSandbox plan = RestSandbox.of(account).auth(auth).resource(RestResource.at("/v1/orders"));
    partner = new OneSandbox(plan, books, Optional::empty, clock);
  }

  @AfterEach
  void stop() {
    partner.close();
  }

  @Test
  void tokenLetsInUntilItExpires() {
    open(SandboxOAuth.at("/token").life(Duration.ofMinutes(10)));

    JsonNode given = json(token(CREDENTIALS));

    assertThat(given.path("expires_in").asLong()).isEqualTo(600);
    String access = given.path("access_token").asText();
    clock.ahead(Duration.ofSeconds(599));
    assertThat(read(access)).isEqualTo(200);
    clock.ahead(Duration.ofSeconds(1));
    assertThat(read(access)).isEqualTo(401);
    assertThat(read("made-up")).isEqualTo(401);
  }

  @Test
  void tokenOutlivesARestartAndStandsNowhere() {
    open(SandboxOAuth.at("/token"));
    String access = json(token(CREDENTIALS)).path("access_token").asText();

    partner.restart();

    assertThat(read(access)).isEqualTo(200);
    assertThat(partner.desk("GET", "/books", "").body())
        .contains("token-given")
        .doesNotContain(access);
  }

  @Test
  void revokedTokenStaysRevoked() {
    open(SandboxOAuth.at("/token"));
    String access = json(token(CREDENTIALS)).path("access_token").asText();
    partner.fault("{\"name\":\"token-revoked\",\"count\":1}");

    assertThat(read(access)).isEqualTo(401);
    assertThat(read(access)).isEqualTo(401);
    assertThat(read(json(token(CREDENTIALS)).path("access_token").asText())).isEqualTo(200);
  }

  @Test
  void wrongClientAndWrongGrantAreRefusedAsTheStandardSays() {
    open(SandboxOAuth.at("/token"));

    HttpResponse<String> client =
        partner.ask(
            "POST",
            "/token",
            CREDENTIALS + "&client_id=shop&client_secret=x",
            "Content-Type",
            FORM);
    HttpResponse<String> grant = token("grant_type=password");

    assertThat(client.statusCode()).isEqualTo(401);
    assertThat(client.body()).contains("invalid_client");
    assertThat(grant.statusCode()).isEqualTo(400);
    assertThat(grant.body()).contains("unsupported_grant_type");
  }

  @Test
  void clientMayComeByBasicHeader() {
    open(SandboxOAuth.at("/token"));

    assertThat(
            partner
                .ask(
                    "POST",
                    "/token",
                    CREDENTIALS,
                    "Content-Type",
                    FORM,
                    "Authorization",
                    "Basic c2hvcDpzLTE=")
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void refreshTokenHasOneSuccessor() {
    open(SandboxOAuth.at("/token").rotating(Duration.ofDays(14), Duration.ZERO));
    JsonNode first = json(token("grant_type=authorization_code&code=" + code()));

    HttpResponse<String> second = refresh(first);
    HttpResponse<String> again = refresh(first);

    assertThat(second.statusCode()).isEqualTo(200);
    assertThat(again.body()).contains("invalid_grant");
    assertThat(refresh(json(second)).statusCode()).isEqualTo(200);
  }

  @Test
  void graceSurvivesALostAnswerAndEnds() {
    open(SandboxOAuth.at("/token").rotating(Duration.ofDays(14), Duration.ofSeconds(30)));
    JsonNode first = json(token("grant_type=authorization_code&code=" + code()));
    refresh(first);

    clock.ahead(Duration.ofSeconds(29));
    assertThat(refresh(first).statusCode()).isEqualTo(200);
    clock.ahead(Duration.ofSeconds(31));
    assertThat(refresh(first).statusCode()).isEqualTo(400);
  }

  @Test
  void codeIsGoodOnce() {
    open(SandboxOAuth.at("/token").rotating(Duration.ofDays(14), Duration.ZERO));
    String grant = "grant_type=authorization_code&code=" + code();

    assertThat(token(grant).statusCode()).isEqualTo(200);
    assertThat(token(grant).statusCode()).isEqualTo(400);
  }

  private String code() {
    String address =
        partner
            .ask("GET", "/authorize?client_id=shop&state=s&redirect_uri=http://hub.test/back", "")
            .headers()
            .firstValue("Location")
            .orElseThrow();
    assertThat(address).startsWith("http://hub.test/back?code=").endsWith("&state=s");
    return address.replaceAll(".*code=|&.*", "");
  }

  private HttpResponse<String> refresh(JsonNode given) {
    return token("grant_type=refresh_token&refresh_token=" + given.path("refresh_token").asText());
  }

  private HttpResponse<String> token(String form) {
    return partner.ask(
        "POST", "/token", form + "&client_id=shop&client_secret=s-1", "Content-Type", FORM);
  }

  private int read(String token) {
    return partner.ask("GET", "/v1/orders", "", "Authorization", "Bearer " + token).statusCode();
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return OneSandbox.json(answer);
  }
}
