package io.entrepot.connectors.tosspayments;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrepot.connectors.spi.sandbox.RunningSandbox;
import io.entrepot.connectors.spi.sandbox.SettableClock;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The wire as Toss publishes it, spoken without our client. */
class TossPaymentsSandboxTest {
  @TempDir Path books;
  private final SettableClock clock = new SettableClock();
  private RunningSandbox sandbox;

  @BeforeEach
  void start() {
    sandbox =
        RunningSandbox.of(
            books, Optional::empty, clock, source -> Stream.of(new TossPaymentsConnector(source)));
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void keyWithoutColonIsUnauthorised() {
    String key = sandbox.setting("toss-payments", "secret-key");

    assertThat(refused(confirm("order-1", "k", 100, Map.of("Authorization", basic(key)))))
        .isEqualTo("401 UNAUTHORIZED_KEY");
    assertThat(refused(confirm("order-1", "k", 100, Map.of("Authorization", basic("test_sk_x:")))))
        .isEqualTo("401 UNAUTHORIZED_KEY");
    assertThat(refused(confirm("order-1", "k", 100, Map.of("Authorization", "Basic %%%"))))
        .isEqualTo("401 UNAUTHORIZED_KEY");
  }

  @Test
  void confirmationTurnsTheSessionIntoACharge() {
    String key = TossWindow.authorise(sandbox, "order-1", 15_000);
    assertThat(byOrder("order-1").path("status").asText()).isEqualTo("IN_PROGRESS");

    JsonNode paid = RunningSandbox.json(confirm("order-1", key, 15_000, Map.of()));

    assertThat(paid.path("status").asText()).isEqualTo("DONE");
    assertThat(paid.path("totalAmount").asLong()).isEqualTo(15_000);
    assertThat(paid.path("approvedAt").asText()).isEqualTo("2026-11-21T14:00:00+09:00");
    assertThat(byOrder("order-1")).isEqualTo(paid);
    assertThat(RunningSandbox.json(api("GET", "/v1/payments/" + key, "", Map.of())))
        .isEqualTo(paid);
  }

  @Test
  void sameIdempotencyKeyHearsTheSameBytes() {
    String key = TossWindow.authorise(sandbox, "order-1", 15_000);
    Map<String, String> once = Map.of("Idempotency-Key", "confirm:order-1");

    String first = confirm("order-1", key, 15_000, once).body();
    clock.ahead(Duration.ofSeconds(90));
    sandbox.send("POST", "/_sandbox/toss-payments/faults", "{\"name\":\"decline\"}", Map.of());

    assertThat(confirm("order-1", key, 15_000, once).body()).isEqualTo(first);
    assertThat(refused(confirm("order-1", key, 15_000, Map.of())))
        .isEqualTo("400 ALREADY_PROCESSED_PAYMENT");
  }

  @Test
  void refusalIsReplayedToo() {
    String key = TossWindow.authorise(sandbox, "order-1", 15_000);
    Map<String, String> once = Map.of("Idempotency-Key", "a");

    assertThat(refused(confirm("order-1", key, 14_000, once))).isEqualTo("403 FORBIDDEN_REQUEST");
    assertThat(refused(confirm("order-1", key, 15_000, once))).isEqualTo("403 FORBIDDEN_REQUEST");
  }

  @Test
  void tooLongIdempotencyKeyIsRefused() {
    assertThat(refused(confirm("order-1", "k", 100, Map.of("Idempotency-Key", "x".repeat(301)))))
        .isEqualTo("400 INVALID_IDEMPOTENCY_KEY");
  }

  @Test
  void consentIsWorthTenMinutes() {
    String key = TossWindow.authorise(sandbox, "order-1", 15_000);

    clock.ahead(Duration.ofMinutes(10).plusSeconds(1));

    assertThat(byOrder("order-1").path("status").asText()).isEqualTo("EXPIRED");
    assertThat(refused(confirm("order-1", key, 15_000, Map.of())))
        .isEqualTo("404 NOT_FOUND_PAYMENT_SESSION");
  }

  @Test
  void windowWithoutConsentCannotBeConfirmed() {
    String key = TossWindow.open(sandbox, "order-1", 15_000);

    assertThat(refused(confirm("order-1", key, 15_000, Map.of())))
        .isEqualTo("404 NOT_FOUND_PAYMENT_SESSION");
    assertThat(refused(confirm("order-2", key, 15_000, Map.of())))
        .isEqualTo("404 NOT_FOUND_PAYMENT_SESSION");
  }

  @Test
  void orderIdOutsideTheAlphabetIsRefusedByTheWindow() {
    for (String orderId : new String[] {"short", "has space", "x".repeat(65), "한글주문번호"}) {
      HttpResponse<String> answer =
          sandbox.send(
              "POST",
              "/toss-payments/_window",
              "{\"orderId\":\"" + orderId + "\",\"amount\":1000}",
              Map.of());
      assertThat(refused(answer)).as(orderId).isEqualTo("400 INVALID_ORDER_ID");
    }
  }

  @Test
  void cancelsAddUpToTheChargeAndNoFurther() {
    String key = paid("order-1", 10_000);

    JsonNode partly = RunningSandbox.json(cancel(key, "4000"));
    assertThat(partly.path("status").asText()).isEqualTo("PARTIAL_CANCELED");
    assertThat(partly.path("balanceAmount").asLong()).isEqualTo(6_000);
    assertThat(partly.path("cancels").path(0).path("refundableAmount").asLong()).isEqualTo(6_000);
    assertThat(partly.path("cancels").path(0).path("transactionKey"))
        .isEqualTo(partly.path("lastTransactionKey"));

    assertThat(refused(cancel(key, "6001"))).isEqualTo("403 NOT_CANCELABLE_AMOUNT");
    assertThat(RunningSandbox.json(cancel(key, "null")).path("status").asText())
        .isEqualTo("CANCELED");
    assertThat(refused(cancel(key, "1"))).isEqualTo("400 ALREADY_CANCELED_PAYMENT");
  }

  @Test
  void testCodeForcesThatError() {
    assertThat(refused(testCode("REJECT_ACCOUNT_PAYMENT"))).isEqualTo("403 REJECT_ACCOUNT_PAYMENT");
    assertThat(refused(testCode("NO_SUCH_CODE"))).isEqualTo("400 INVALID_TEST_CODE");
  }

  @Test
  void unknownPaymentIsNotFound() {
    assertThat(refused(api("GET", "/v1/payments/orders/order-404", "", Map.of())))
        .isEqualTo("404 NOT_FOUND_PAYMENT");
  }

  @Test
  void booksAndReplaysOutliveARestart() throws Exception {
    String key = TossWindow.authorise(sandbox, "order-1", 15_000);
    Map<String, String> once = Map.of("Idempotency-Key", "confirm:order-1");
    String first = confirm("order-1", key, 15_000, once).body();
    cancel(key, "5000");

    sandbox.stop();
    sandbox.start();

    assertThat(confirm("order-1", key, 15_000, once).body()).isEqualTo(first);
    assertThat(byOrder("order-1").path("balanceAmount").asLong()).isEqualTo(10_000);
    assertThat(sandbox.books("toss-payments").path("sums").path("confirmed").asText())
        .isEqualTo("15000 KRW");
    assertThat(sandbox.books("toss-payments").path("sums").path("cancelled").asText())
        .isEqualTo("5000 KRW");
    assertThat(sandbox.count("toss-payments", "confirmed")).isEqualTo(1);
  }

  private String paid(String orderId, long amount) {
    String key = TossWindow.authorise(sandbox, orderId, amount);
    assertThat(confirm(orderId, key, amount, Map.of()).statusCode()).isEqualTo(200);
    return key;
  }

  private HttpResponse<String> confirm(
      String orderId, String key, long amount, Map<String, String> headers) {
    String body =
        "{\"paymentKey\":\"%s\",\"orderId\":\"%s\",\"amount\":%d}".formatted(key, orderId, amount);
    return api("POST", "/v1/payments/confirm", body, headers);
  }

  private HttpResponse<String> cancel(String key, String amount) {
    String body = "{\"cancelReason\":\"why not\",\"cancelAmount\":" + amount + "}";
    return api("POST", "/v1/payments/" + key + "/cancel", body, Map.of());
  }

  private HttpResponse<String> testCode(String code) {
    return confirm("order-1", "k", 100, Map.of("TossPayments-Test-Code", code));
  }

  private JsonNode byOrder(String orderId) {
    return RunningSandbox.json(api("GET", "/v1/payments/orders/" + orderId, "", Map.of()));
  }

  private HttpResponse<String> api(
      String method, String path, String body, Map<String, String> headers) {
    Map<String, String> all = new HashMap<>();
    all.put("Authorization", basic(sandbox.setting("toss-payments", "secret-key") + ":"));
    all.putAll(headers);
    return sandbox.send(method, "/toss-payments" + path, body, all);
  }

  private static String basic(String user) {
    return "Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8));
  }

  private static String refused(HttpResponse<String> answer) {
    return answer.statusCode() + " " + RunningSandbox.json(answer).path("code").asText();
  }
}
