package io.entrepot.app.credential;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.entrepot.app.TestDatabase;
import io.entrepot.connectors.http.HttpAnswer;
import io.entrepot.connectors.http.HttpCall;
import io.entrepot.connectors.http.HttpSettings;
import io.entrepot.connectors.http.PartnerHttp;
import io.entrepot.connectors.http.auth.AuthDeclaration;
import io.entrepot.connectors.http.auth.AuthenticatedHttp;
import io.entrepot.connectors.spi.PartnerSettings;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Fifty calls at once on two nodes, against a real token server and one real Postgres. */
class TokenRaceTest {
  private static final int CALLS = 50;
  private static final Duration LONG = Duration.ofSeconds(30);

  private final HikariDataSource database = TestDatabase.fresh();
  private final ExecutorService callers = Executors.newFixedThreadPool(CALLS);
  private PartnerWithTokens partner;
  private PartnerHttp http;

  @BeforeEach
  void start() throws Exception {
    partner = new PartnerWithTokens();
    http =
        new PartnerHttp(HttpSettings.of(PartnerSettings.of("acme", Map.of()), partner.url("/api")));
  }

  @AfterEach
  void stop() {
    callers.shutdownNow();
    partner.close();
    database.close();
  }

  @Test
  void anExpiredTokenIsRenewedOnceForFiftyCallsOnTwoNodes() throws Exception {
    AuthDeclaration declaration = Nodes.rotating(partner, Map.of());
    Nodes.authorised(database, declaration, partner);
    partner.tokenMillis = 200;

    List<HttpAnswer> answers = atOnce(nodes(declaration));

    assertThat(answers).hasSize(CALLS).allMatch(HttpAnswer::ok);
    assertThat(partner.tokenCalls).hasValue(1);
    assertThat(partner.apiCalls).hasValue(CALLS);
  }

  @Test
  void aTokenThatIsRevokedBeforeItsEndIsRenewedOnceAndEachCallIsTriedOnceMore() throws Exception {
    AuthDeclaration declaration = Nodes.rotating(partner, Map.of());
    Nodes.authorised(database, declaration, partner);
    List<AuthenticatedHttp> nodes = nodes(declaration);
    atOnce(nodes);
    partner.revokeAccessTokens();
    partner.tokenCalls.set(0);
    partner.apiCalls.set(0);

    List<HttpAnswer> answers = atOnce(nodes);

    assertThat(answers).hasSize(CALLS).allMatch(HttpAnswer::ok);
    assertThat(partner.tokenCalls).hasValue(1);
    assertThat(partner.apiCalls.get()).isLessThanOrEqualTo(2 * CALLS);
  }

  @Test
  void aTokenIsRenewedAheadOfItsEndWhileTheOldOneStillWorks() throws Exception {
    AuthDeclaration declaration =
        Nodes.rotating(partner, Map.of("refresh-ahead-seconds", 3600, "skew-seconds", 0));
    Nodes.authorised(database, declaration, partner);
    partner.expiresInSeconds = 2;
    List<AuthenticatedHttp> nodes = nodes(declaration);
    send(nodes.get(0));
    assertThat(partner.tokenCalls).hasValue(1);

    org.awaitility.Awaitility.await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () -> {
              assertThat(send(nodes.get(0)).ok()).isTrue();
              assertThat(partner.tokenCalls.get()).isGreaterThan(1);
            });
  }

  @Test
  void aPartnerThatRefusesEvenNewTokensIsNotAskedForOneAtEachCall() throws Exception {
    AuthDeclaration declaration = Nodes.rotating(partner, Map.of("refresh-pause-seconds", 600));
    Nodes.authorised(database, declaration, partner);
    AuthenticatedHttp node = nodes(declaration).get(0);
    send(node);
    partner.revokeAccessTokens();

    for (int i = 0; i < 5; i++) {
      assertThat(send(node).status()).isEqualTo(401);
    }

    assertThat(partner.tokenCalls).hasValue(1);
  }

  @Test
  void clientCredentialsAreAskedForOnceToo() throws Exception {
    AuthDeclaration declaration =
        new AuthDeclaration(
            "test",
            Map.of(
                "kind", "oauth2-client-credentials",
                "token-url", partner.url("/token"),
                "client-id", "hub"));

    List<HttpAnswer> answers = atOnce(nodes(declaration));

    assertThat(answers).allMatch(HttpAnswer::ok);
    assertThat(partner.tokenCalls).hasValue(1);
    assertThat(partner.lastForm).isEqualTo("grant_type=client_credentials");
  }

  private List<AuthenticatedHttp> nodes(AuthDeclaration declaration) {
    return List.of(node(declaration), node(declaration));
  }

  private AuthenticatedHttp node(AuthDeclaration declaration) {
    return new AuthenticatedHttp(http, Nodes.node(database).of(declaration, Nodes.settings()));
  }

  private HttpAnswer send(AuthenticatedHttp node) throws Exception {
    return node.send(HttpCall.get(URI.create(partner.url("/api")), LONG));
  }

  private List<HttpAnswer> atOnce(List<AuthenticatedHttp> nodes) throws Exception {
    CyclicBarrier start = new CyclicBarrier(CALLS);
    List<Future<HttpAnswer>> calls = new ArrayList<>();
    for (int i = 0; i < CALLS; i++) {
      AuthenticatedHttp node = nodes.get(i % nodes.size());
      calls.add(
          callers.submit(
              () -> {
                start.await();
                return send(node);
              }));
    }
    List<HttpAnswer> answers = new ArrayList<>();
    for (Future<HttpAnswer> call : calls) {
      answers.add(call.get());
    }
    return answers;
  }
}
