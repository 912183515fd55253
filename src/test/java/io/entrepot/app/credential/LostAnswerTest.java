package io.entrepot.app.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.zaxxer.hikari.HikariDataSource;
import io.entrepot.app.TestDatabase;
import io.entrepot.connectors.http.HttpCall;
import io.entrepot.connectors.http.auth.AuthDeclaration;
import io.entrepot.connectors.http.auth.Authentication;
import io.entrepot.connectors.spi.ErrorClass;
import io.entrepot.connectors.spi.PartnerException;
import io.entrepot.connectors.spi.Secret;
import io.entrepot.connectors.spi.auth.Claim;
import io.entrepot.connectors.spi.auth.HeldTokens;
import io.entrepot.connectors.spi.auth.Tokens;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Refresh tokens that are good once, and answers or nodes that are lost between asking and storing.
 */
class LostAnswerTest {
  private static final Duration PAUSE_OVER = Duration.ofSeconds(15);

  private final HikariDataSource database = TestDatabase.fresh();
  private PartnerWithTokens partner;
  private AuthDeclaration declaration;
  private HeldTokens first;

  @BeforeEach
  void start() throws Exception {
    partner = new PartnerWithTokens();
    declaration = Nodes.rotating(partner, Map.of("token-timeout-seconds", 1));
    first = Nodes.authorised(database, declaration, partner);
  }

  @AfterEach
  void stop() {
    partner.close();
    database.close();
  }

  @Test
  void aPartnerThatTakesTheOldRefreshTokenOnceMoreIsAskedAgainAfterALostAnswer() throws Exception {
    Authentication node = node();
    partner.mood = PartnerWithTokens.Mood.ANSWER_LOST;
    PartnerException lost = failure(node);
    assertThat(lost.errorClass()).isEqualTo(ErrorClass.REFUSED_CONNECTION);
    partner.refreshTokens.add(first.tokens().refresh().reveal());

    Awaitility.await().atMost(PAUSE_OVER).until(() -> works(node));

    assertThat(partner.tokenCalls).hasValue(2);
  }

  @Test
  void whoeverNeedsATokenRightAfterALostAnswerDoesNotAskAgain() throws Exception {
    Authentication node = node();
    partner.mood = PartnerWithTokens.Mood.ANSWER_LOST;
    failure(node);

    for (int i = 0; i < 5; i++) {
      PartnerException busy = failure(i % 2 == 0 ? node : node());
      assertThat(busy.code()).isEqualTo("TOKEN_UNAVAILABLE");
      assertThat(busy.retryAfter()).isPresent();
    }

    assertThat(partner.tokenCalls).hasValue(1);
  }

  @Test
  void aRefreshTokenUsedUpByALostAnswerEndsInAClearCallForAPersonAndNoMoreTries() throws Exception {
    Authentication node = node();
    partner.mood = PartnerWithTokens.Mood.ANSWER_LOST;
    failure(node);

    Awaitility.await()
        .atMost(PAUSE_OVER)
        .until(() -> failure(node).code().equals("NEEDS_AUTHORISATION"));

    int calls = partner.tokenCalls.get();
    for (int i = 0; i < 5; i++) {
      PartnerException refused = failure(node());
      assertThat(refused.errorClass()).isEqualTo(ErrorClass.OUR_BUG);
      assertThat(refused)
          .hasMessageContaining("./hub partner authorise acme")
          .hasMessageContaining("lost");
    }
    assertThat(partner.tokenCalls).hasValue(calls);
  }

  @Test
  void aPartnerThatPunishesAnOldRefreshTokenIsNeverShownItTwice() throws Exception {
    declaration =
        Nodes.rotating(partner, Map.of("token-timeout-seconds", 1, "lost-answer-grace-seconds", 0));
    Authentication node = node();
    partner.mood = PartnerWithTokens.Mood.ANSWER_LOST;
    failure(node);

    Awaitility.await()
        .atMost(PAUSE_OVER)
        .until(() -> failure(node).code().equals("NEEDS_AUTHORISATION"));

    assertThat(partner.tokenCalls).hasValue(1);
  }

  @Test
  void aPartnerThatPunishesAnOldRefreshTokenIsNotShownItAgainAfterABrokenGateway() {
    declaration = Nodes.rotating(partner, Map.of("lost-answer-grace-seconds", 0));
    Authentication node = node();
    partner.mood = PartnerWithTokens.Mood.BROKEN_GATEWAY;
    failure(node);
    partner.mood = PartnerWithTokens.Mood.WELL;

    Awaitility.await()
        .atMost(PAUSE_OVER)
        .until(() -> failure(node).code().equals("NEEDS_AUTHORISATION"));

    assertThat(partner.tokenCalls).hasValue(1);
  }

  @Test
  void consentGivenAnewHealsIt() throws Exception {
    Authentication node = node();
    partner.refreshTokens.clear();
    assertThat(failure(node).code()).isEqualTo("NEEDS_AUTHORISATION");

    Nodes.authorised(database, declaration, partner);

    assertThat(works(node)).isTrue();
    assertThat(partner.tokenCalls).hasValue(2);
  }

  @Test
  void aTokenServerThatIsDownCostsNoAuthorisationHoweverOften() throws Exception {
    partner.mood = PartnerWithTokens.Mood.DOWN;
    assertThat(failure(node()).errorClass()).isEqualTo(ErrorClass.REFUSED_CONNECTION);
    assertThat(failure(node()).code()).isEqualTo("TOKEN_UNAVAILABLE");
    partner.mood = PartnerWithTokens.Mood.WELL;

    Awaitility.await().atMost(PAUSE_OVER).until(() -> works(node()));
  }

  @Test
  void aNodeThatDiedBeforeItsCallIsFollowedByAnotherWithTheSameToken() throws Exception {
    claimAndDie(Duration.ofMillis(300));

    assertThat(works(node())).isTrue();

    assertThat(partner.tokenCalls).hasValue(1);
  }

  @Test
  void aNodeThatDiedAfterItsCallLeavesAClearCallForAPerson() throws Exception {
    claimAndDie(Duration.ofMillis(300));
    partner.refreshTokens.remove(first.tokens().refresh().reveal());

    PartnerException refused = failure(node());

    assertThat(refused.code()).isEqualTo("NEEDS_AUTHORISATION");
    assertThat(refused).hasMessageContaining("lost");
    assertThat(partner.tokenCalls).hasValue(1);
  }

  @Test
  void anAnswerThatComesAfterItsLeaseIsBetterThanNone() {
    JdbcTokenVault vault = Nodes.vault(database);
    Claim.Ours late = claimAndDie(Duration.ZERO);
    Claim other = vault.claim(late.key(), first.generation(), Duration.ofSeconds(30));
    assertThat(other).isInstanceOf(Claim.Ours.class);
    Tokens pair =
        new Tokens(Secret.of("late-access"), Secret.of("late-refresh"), Instant.now(), null);

    HeldTokens stored = vault.renewed(late, pair);

    assertThat(stored.generation()).isEqualTo(first.generation() + 1);
    assertThat(vault.needsAuthorisation((Claim.Ours) other, "used up"))
        .hasValueSatisfying(held -> assertThat(held.tokens()).isEqualTo(pair));
    assertThat(vault.current(late.key())).isPresent();
  }

  @Test
  void afterTooManyLostAnswersNobodyAsksAnyMore() {
    JdbcTokenVault vault = Nodes.vault(database);
    for (int i = 0; i < 5; i++) {
      claimAndDie(Duration.ZERO);
    }

    assertThat(failure(node()).code()).isEqualTo("NEEDS_AUTHORISATION");

    assertThat(partner.tokenCalls).hasValue(0);
    assertThat(vault.current(Nodes.key(database, declaration))).isEmpty();
  }

  /** As a node leaves it that is killed between its intent and its outcome. */
  private Claim.Ours claimAndDie(Duration lease) {
    Claim claim =
        Nodes.vault(database).claim(Nodes.key(database, declaration), first.generation(), lease);
    assertThat(claim).isInstanceOf(Claim.Ours.class);
    return (Claim.Ours) claim;
  }

  private Authentication node() {
    return Nodes.node(database).of(declaration, Nodes.settings());
  }

  private boolean works(Authentication node) {
    try {
      return partner.accessTokens.contains(
          node.authenticate(call()).call().headers().get("Authorization").substring(7));
    } catch (PartnerException e) {
      return false;
    }
  }

  private PartnerException failure(Authentication node) {
    return catchThrowableOfType(PartnerException.class, () -> node.authenticate(call()));
  }

  private HttpCall call() {
    return HttpCall.get(URI.create(partner.url("/api")), Duration.ofSeconds(10));
  }
}
