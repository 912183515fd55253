package io.entrepot.connectors.buyerbot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.entrepot.connectors.spi.Answer;
import io.entrepot.connectors.spi.ErrorClass;
import io.entrepot.connectors.spi.PartnerAnswer;
import io.entrepot.connectors.spi.PartnerCall;
import io.entrepot.connectors.spi.PartnerException;
import io.entrepot.connectors.spi.RawNotice;
import io.entrepot.connectors.spi.sandbox.FakeHub;
import io.entrepot.connectors.spi.sandbox.RunningSandbox;
import io.entrepot.connectors.tosspayments.TossPaymentsConnector;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuyerBotConnectorTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path books;
  private final FakeHub hub = new FakeHub(Answer.html("thank you"));
  private BuyerBotConnector connector;
  private RunningSandbox sandbox;

  @BeforeEach
  void start() {
    sandbox =
        RunningSandbox.of(
            books,
            hub::url,
            Clock.systemUTC(),
            source -> {
              connector = new BuyerBotConnector(source);
              return Stream.of(connector, new TossPaymentsConnector(source));
            });
    sandbox.set("buyer-bot", "sandbox-think-millis", "5");
  }

  @AfterEach
  void stop() {
    sandbox.close();
    hub.close();
  }

  @Test
  void buyerPaysAndComesBackToTheShop() throws Exception {
    PartnerAnswer answer = open("order-1", "15000");
    assertThat(answer.status()).isEqualTo(202);

    await().until(() -> hub.notices().size() == 1);
    RawNotice back = hub.notices().get(0);

    assertThat(back.method()).isEqualTo("GET");
    assertThat(back.path()).isEqualTo("/webhooks/toss-payments/payment-return");
    assertThat(back.query("orderId")).contains("order-1");
    assertThat(back.query("amount")).contains("15000");
    assertThat(back.query("paymentKey")).isPresent();
    assertThat(sandbox.count("toss-payments", "authorised")).isEqualTo(1);
  }

  @Test
  void askedTwiceTheBuyerPaysOnce() throws Exception {
    open("order-1", "15000");
    open("order-1", "15000");

    await().until(() -> sandbox.count("buyer-bot", "returned") == 1);
    assertThat(sandbox.count("buyer-bot", "asked")).isEqualTo(1);
    assertThat(sandbox.count("toss-payments", "window")).isEqualTo(1);
  }

  @Test
  void buyerWhoGivesUpComesBackWithTheCode() throws Exception {
    sandbox.fault("buyer-bot", "gives-up", 1);

    open("order-1", "15000");

    await().until(() -> hub.notices().size() == 1);
    assertThat(hub.notices().get(0).query("code")).contains("PAY_PROCESS_CANCELED");
    assertThat(sandbox.count("toss-payments", "declined")).isEqualTo(1);
  }

  @Test
  void buyerWhoNeverPaysIsNotSeenAgain() throws Exception {
    sandbox.fault("buyer-bot", "never-pays", 1);

    open("order-1", "15000");

    await().until(() -> sandbox.count("buyer-bot", "lost") == 1);
    assertThat(sandbox.count("toss-payments", "window")).isZero();
  }

  @Test
  void windowThatSaysNoEndsTheWay() throws Exception {
    open("order-1", "99");

    await().until(() -> sandbox.count("buyer-bot", "lost") == 1);
    assertThat(sandbox.books("buyer-bot").path("entries").toString())
        .contains("BELOW_MINIMUM_AMOUNT");
  }

  @Test
  void windowInTroubleIsTriedAgain() throws Exception {
    sandbox.fault("toss-payments", "error-before", 2);

    open("order-1", "15000");

    await().until(() -> sandbox.count("buyer-bot", "returned") == 1);
  }

  @Test
  void browserWaitsForTheShopAcrossARestart() throws Exception {
    hub.stop();
    open("order-1", "15000");
    await().until(() -> sandbox.count("buyer-bot", "chose") == 1);
    sandbox.stop();

    hub.start();
    sandbox.start();

    await().until(() -> hub.notices().size() == 1);
    assertThat(sandbox.count("toss-payments", "window")).isEqualTo(1);
  }

  @Test
  void windowWithoutAnAmountIsRefused() {
    PartnerException refused =
        catchThrowableOfType(PartnerException.class, () -> open("order-1", "null"));

    assertThat(refused.errorClass()).isEqualTo(ErrorClass.CLIENT_ERROR);
    assertThat(sandbox.count("buyer-bot", "asked")).isZero();
  }

  private PartnerAnswer open(String orderId, String amount) throws Exception {
    String body =
        "{\"orderId\":\"%s\",\"amount\":%s,\"orderName\":\"니트 외 1건\"}".formatted(orderId, amount);
    return connector
        .operations()
        .get("open-window")
        .call(
            new PartnerCall(
                JSON.readTree(body), orderId, UUID.randomUUID(), Duration.ofSeconds(10)));
  }
}
