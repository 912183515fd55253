package io.entrepot.connectors.http.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import io.entrepot.connectors.http.HttpCall;
import io.entrepot.connectors.http.HttpSettings;
import io.entrepot.connectors.http.PartnerHttp;
import io.entrepot.connectors.spi.ErrorClass;
import io.entrepot.connectors.spi.PartnerException;
import io.entrepot.connectors.spi.PartnerSettings;
import io.entrepot.connectors.spi.Secret;
import io.entrepot.connectors.spi.auth.HeldTokens;
import io.entrepot.connectors.spi.auth.TokenKey;
import io.entrepot.connectors.spi.auth.Tokens;
import io.entrepot.connectors.spi.sandbox.SettableClock;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A token server that hangs: nothing is sent with a token that is over, or with no time left. */
class TokenKeeperTest {
  private static final TokenKey KEY = new TokenKey("acme", "main");
  private static final Duration PATIENCE = Duration.ofMillis(300);
  private static final int CALLS = 10;

  private final MemoryTokenVault vault = new MemoryTokenVault();
  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch answers = new CountDownLatch(1);
  private final AtomicInteger sent = new AtomicInteger();
  private final ExecutorService callers = Executors.newCachedThreadPool();
  private final SettableClock clock = new SettableClock();
  private HttpServer partner;

  @BeforeEach
  void start() throws Exception {
    partner = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    partner.createContext(
        "/",
        exchange -> {
          sent.incrementAndGet();
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    partner.start();
  }

  @AfterEach
  void stop() {
    answers.countDown();
    callers.shutdownNow();
    partner.stop(0);
  }

  @Test
  void whoeverWaitsInVainForAnotherTokenSendsNothingWithTheOneThatIsOver() throws Exception {
    TokenKeeper keeper = keeper();
    vault.authorised(KEY, tokens("old"));
    assertThat(keeper.current(PATIENCE).generation()).isEqualTo(1);
    clock.ahead(Duration.ofHours(2));
    Future<HeldTokens> first = callers.submit(() -> keeper.current(PATIENCE));
    assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();

    List<Future<PartnerException>> others = new ArrayList<>();
    for (int i = 0; i < CALLS; i++) {
      others.add(callers.submit(() -> failure(keeper)));
    }

    for (Future<PartnerException> other : others) {
      assertThat(other.get())
          .isNotNull()
          .satisfies(e -> assertThat(e.errorClass()).isEqualTo(ErrorClass.REFUSED_CONNECTION))
          .satisfies(e -> assertThat(e.code()).isEqualTo("TOKEN_UNAVAILABLE"));
    }
    assertThat(sent).hasValue(0);
    answers.countDown();
    assertThat(first.get().generation()).isEqualTo(2);
  }

  @Test
  void aTokenThatIsStillGoodIsUsedWhileSomebodyRenewsIt() throws Exception {
    TokenKeeper keeper = keeper();
    vault.authorised(KEY, tokens("old"));
    keeper.current(PATIENCE);
    clock.ahead(Duration.ofMinutes(59).plusSeconds(15));
    callers.submit(() -> keeper.current(PATIENCE));
    assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();

    assertThat(keeper.current(PATIENCE).generation()).isEqualTo(1);
  }

  @Test
  void aCallWhoseTimeIsNearlyOverWhenItsTokenComesIsNotSent() {
    AuthenticatedHttp late =
        new AuthenticatedHttp(
            http(),
            call -> {
              waitFor(call.timeout());
              return AuthenticatedCall.of(call);
            });

    PartnerException refused =
        catchThrowableOfType(PartnerException.class, () -> late.send(call()));

    assertThat(refused.errorClass()).isEqualTo(ErrorClass.REFUSED_CONNECTION);
    assertThat(refused).hasMessageContaining("not sent");
    assertThat(sent).hasValue(0);
  }

  private PartnerException failure(TokenKeeper keeper) {
    AuthenticatedHttp http =
        new AuthenticatedHttp(
            http(),
            call -> {
              HeldTokens held = keeper.current(call.timeout());
              return AuthenticatedCall.of(call, held.tokens().access());
            });
    return catchThrowableOfType(PartnerException.class, () -> http.send(call()));
  }

  private TokenKeeper keeper() {
    return new TokenKeeper(KEY, vault, this::renew, RefreshPolicy.DEFAULT, clock);
  }

  private Tokens renew(Tokens old, Duration timeout) {
    asked.countDown();
    waitFor(timeout);
    return tokens("new");
  }

  private void waitFor(Duration most) {
    try {
      answers.await(most.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Tokens tokens(String access) {
    Instant now = clock.instant();
    return new Tokens(Secret.of(access), null, now, now.plus(Duration.ofHours(1)));
  }

  private HttpCall call() {
    return HttpCall.get(URI.create(url()), PATIENCE);
  }

  private PartnerHttp http() {
    return new PartnerHttp(HttpSettings.of(PartnerSettings.of("acme", Map.of()), url()));
  }

  private String url() {
    return "http://127.0.0.1:" + partner.getAddress().getPort() + "/";
  }
}
