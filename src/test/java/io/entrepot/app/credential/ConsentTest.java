package io.entrepot.app.credential;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.entrepot.app.TestDatabase;
import io.entrepot.connectors.http.auth.AuthDeclaration;
import io.entrepot.connectors.spi.Connector;
import io.entrepot.connectors.spi.TestResult;
import io.entrepot.connectors.spi.auth.Consent;
import io.entrepot.connectors.spi.auth.TokenVault;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An owner's way to the partner's consent page and back, against a real token server. */
class ConsentTest {
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final URI REDIRECT =
      URI.create("https://hub.example/oauth/partners/acme/callback");

  private final HikariDataSource database = TestDatabase.fresh();
  private final JdbcClient jdbc = JdbcClient.create(database);
  private PartnerWithTokens partner;
  private Consent consent;
  private TokenVault vault;

  private record Acme(String id, Optional<Consent> consent) implements Connector {
    @Override
    public boolean configured() {
      return true;
    }

    @Override
    public TestResult test() {
      return TestResult.passed("there");
    }
  }

  @BeforeEach
  void start() throws Exception {
    partner = new PartnerWithTokens();
    vault = Nodes.vault(database);
    AuthDeclaration declaration = Nodes.rotating(partner, Map.of("scope", "orders read"));
    consent = Nodes.node(database).consent(declaration, Nodes.settings()).orElseThrow();
  }

  @AfterEach
  void stop() {
    partner.close();
    database.close();
  }

  @Test
  void theCodeBroughtBackIsTurnedIntoTheFirstTokens() throws Exception {
    Map<String, String> sent = query(start(NOW));
    assertThat(sent)
        .containsEntry("response_type", "code")
        .containsEntry("client_id", "hub")
        .containsEntry("scope", "orders read")
        .containsEntry("redirect_uri", REDIRECT.toString());

    ResponseEntity<String> page = back(NOW, "acme", sent.get("state"), "code-1");

    assertThat(page.getStatusCode().value()).isEqualTo(200);
    assertThat(vault.current(consent.key()).orElseThrow().tokens().refresh()).isNotNull();
    Map<String, String> form = fields(partner.lastForm);
    assertThat(form)
        .containsEntry("grant_type", "authorization_code")
        .containsEntry("code", "code-1")
        .containsEntry("redirect_uri", REDIRECT.toString());
    assertThat(sha256(form.get("code_verifier"))).isEqualTo(sent.get("code_challenge"));
  }

  @Test
  void aStateIsGoodOnce() throws Exception {
    String state = query(start(NOW)).get("state");
    back(NOW, "acme", state, "code-1");

    assertThat(back(NOW, "acme", state, "code-2").getStatusCode().value()).isEqualTo(400);

    assertThat(partner.tokenCalls).hasValue(1);
  }

  @Test
  void aStateThatNobodyGaveOrOfAnotherPartnerOrTooOldGetsNoTokens() throws Exception {
    String state = query(start(NOW)).get("state");

    assertThat(back(NOW, "acme", "guessed", "c").getStatusCode().value()).isEqualTo(400);
    assertThat(back(NOW, "acme", "", "c").getStatusCode().value()).isEqualTo(400);
    assertThat(back(NOW, "other", state, "c").getStatusCode().value()).isEqualTo(400);
    assertThat(back(NOW.plus(Duration.ofMinutes(10)), "acme", state, "c").getStatusCode().value())
        .isEqualTo(400);

    assertThat(partner.tokenCalls).hasValue(0);
    assertThat(vault.current(consent.key())).isEmpty();
  }

  @Test
  void aPartnerThatHandsOutNothingLeavesAPageThatSaysWhatToDo() throws Exception {
    String state = query(start(NOW)).get("state");
    partner.mood = PartnerWithTokens.Mood.CLIENT_REFUSED;

    ResponseEntity<String> page = back(NOW, "acme", state, "code-1");

    assertThat(page.getStatusCode().value()).isEqualTo(502);
    assertThat(page.getBody()).contains("./hub partner authorise acme").doesNotContain("code-1");
  }

  @Test
  void onlyAHashOfTheStateIsKept() throws Exception {
    String state = query(start(NOW)).get("state");

    assertThat(
            jdbc.sql("SELECT c::text || encode(state_hash, 'escape') FROM credential.consent c")
                .query(String.class)
                .single())
        .doesNotContain(state);
  }

  private URI start(Instant now) throws Exception {
    Consents.Started started = consents(now).start("acme", REDIRECT, "kim");
    return consent.address(started.state(), started.verifier(), REDIRECT);
  }

  private ResponseEntity<String> back(Instant now, String id, String state, String code) {
    StaticListableBeanFactory beans = new StaticListableBeanFactory();
    beans.addBean("acme", new Acme("acme", Optional.of(consent)));
    beans.addBean("other", new Acme("other", Optional.of(consent)));
    return new ConsentCallback(
            beans.getBeanProvider(Connector.class),
            consents(now),
            vault,
            new ChangeLog(jdbc, Clock.systemUTC()))
        .back(id, new HashMap<>(Map.of("state", state, "code", code)));
  }

  private Consents consents(Instant now) {
    return new Consents(jdbc, Nodes.KEYS, Clock.fixed(now, ZoneOffset.UTC));
  }

  private static Map<String, String> query(URI address) {
    return fields(address.getRawQuery());
  }

  private static Map<String, String> fields(String text) {
    return Arrays.stream(text.split("&"))
        .map(pair -> pair.split("=", 2))
        .collect(
            Collectors.toMap(
                pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
  }

  private static String sha256(String text) throws Exception {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(
            MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII)));
  }
}
