package io.entrepot.connectors.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.entrepot.connectors.spi.ErrorClass;
import io.entrepot.connectors.spi.PartnerException;
import io.entrepot.connectors.spi.PartnerSettings;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PartnerHttpTest {
  private static final Duration SHORT = Duration.ofMillis(300);
  private static final Duration LONG = Duration.ofSeconds(10);

  private final CountDownLatch end = new CountDownLatch(1);
  private final ExecutorService workers = Executors.newCachedThreadPool();
  private HttpServer server;
  private PartnerHttp http;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(workers);
    server.start();
    http =
        new PartnerHttp(
            HttpSettings.of(
                PartnerSettings.of("p", Map.of("answer-bytes-max", "1000")), url("").toString()));
  }

  @AfterEach
  void stop() {
    end.countDown();
    server.stop(0);
    workers.shutdownNow();
  }

  @Test
  void amountsOfAnAnswerStayExact() throws Exception {
    answers(200, "{\"amount\": 0.10000000000000000001}");

    assertThat(get(LONG).json().path("amount").decimalValue())
        .isEqualTo(new BigDecimal("0.10000000000000000001"));
  }

  @Test
  void statusDecidesTheClass() {
    Map<Integer, ErrorClass> expected =
        Map.of(
            400, ErrorClass.CLIENT_ERROR,
            401, ErrorClass.OUR_BUG,
            404, ErrorClass.CLIENT_ERROR,
            408, ErrorClass.TIMEOUT,
            429, ErrorClass.RATE_LIMITED,
            500, ErrorClass.SERVER_ERROR,
            503, ErrorClass.SERVER_ERROR);
    expected.forEach(
        (status, errorClass) -> {
          answers(status, "<html>trouble</html>");
          assertThat(failure(LONG).errorClass()).as("status " + status).isEqualTo(errorClass);
        });
  }

  @Test
  void redirectIsNotFollowed() {
    on(
        exchange -> {
          exchange.getResponseHeaders().set("Location", url("/elsewhere").toString());
          exchange.sendResponseHeaders(302, -1);
        });

    assertThat(failure(LONG).errorClass()).isEqualTo(ErrorClass.BAD_ANSWER);
  }

  @Test
  void pauseAskedForIsToldInSecondsOrAsDate() {
    on(
        exchange -> {
          exchange.getResponseHeaders().set("Retry-After", "7");
          exchange.sendResponseHeaders(429, -1);
        });
    assertThat(failure(LONG).retryAfter()).contains(Duration.ofSeconds(7));

    on(
        exchange -> {
          exchange.getResponseHeaders().set("Retry-After", "Wed, 21 Oct 2015 07:28:00 GMT");
          exchange.sendResponseHeaders(503, -1);
        });
    assertThat(failure(LONG).retryAfter()).contains(Duration.ZERO);

    answers(429, "");
    assertThat(failure(LONG).retryAfter()).isEmpty();
  }

  @Test
  void htmlAndBrokenJsonAreBadAnswers() {
    answers(200, "<html>maintenance</html>");
    assertThat(failure(LONG)).hasMessageContaining("HTML");
    assertThat(failure(LONG).errorClass()).isEqualTo(ErrorClass.BAD_ANSWER);

    answers(200, "{\"a\":1} {\"b\":2}");
    assertThat(failure(LONG).errorClass()).isEqualTo(ErrorClass.BAD_ANSWER);
  }

  @Test
  void tooLargeAnswerIsBrokenOff() {
    answers(200, "\"" + "x".repeat(100_000) + "\"");

    assertThat(failure(LONG).code()).isEqualTo("ANSWER_TOO_LARGE");
  }

  @Test
  void silenceIsATimeOut() {
    on(exchange -> await());

    assertThat(failure(SHORT).errorClass()).isEqualTo(ErrorClass.TIMEOUT);
  }

  @Test
  void bodyThatDripsForEverIsATimeOut() {
    on(
        exchange -> {
          exchange.sendResponseHeaders(200, 10);
          exchange.getResponseBody().write('{');
          exchange.getResponseBody().flush();
          await();
        });

    assertThat(failure(SHORT).errorClass()).isEqualTo(ErrorClass.TIMEOUT);
  }

  @Test
  void connectionDroppedUnansweredMayHaveDoneTheWork() {
    on(HttpExchange::close);

    PartnerException failure = failure(LONG);

    assertThat(failure.errorClass()).isEqualTo(ErrorClass.TIMEOUT);
    assertThat(failure.code()).isEqualTo("CONNECTION_LOST");
  }

  @Test
  void nobodyListeningIsARefusedConnection() throws Exception {
    int free;
    try (ServerSocket socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }

    PartnerException failure =
        failure(HttpCall.get(URI.create("http://127.0.0.1:" + free + "/x"), LONG));

    assertThat(failure.errorClass()).isEqualTo(ErrorClass.REFUSED_CONNECTION);
  }

  @Test
  void messagesShowNeitherHeadersNorQueryNorBody() {
    answers(500, "{\"echo\":\"s3cret\"}");

    PartnerException failure =
        failure(
            new HttpCall(
                "POST",
                url("/pay?t_key=s3cret"),
                Map.of("Authorization", "Bearer s3cret"),
                "{\"key\":\"s3cret\"}",
                LONG));

    assertThat(failure)
        .hasMessageContaining("POST 127.0.0.1/pay")
        .hasMessageNotContaining("s3cret");
  }

  @Test
  void settingsRefuseWhatIsNoAddress() {
    for (String text :
        new String[] {"not a url", "ftp://partner.test", "https:///path", "partner"}) {
      Assertions.assertThatThrownBy(
              () -> HttpSettings.of(PartnerSettings.of("p", Map.of("base-url", text)), null))
          .as(text)
          .hasMessageContaining("entrepot.partners.p.base-url");
    }
  }

  private interface Handling {
    void handle(HttpExchange exchange) throws IOException;
  }

  private void on(Handling handling) {
    try {
      server.removeContext("/");
    } catch (IllegalArgumentException e) {
      // None yet.
    }
    server.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          handling.handle(exchange);
          exchange.close();
        });
  }

  private void answers(int status, String body) {
    on(
        exchange -> {
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
          exchange.getResponseBody().write(bytes);
        });
  }

  private void await() {
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private HttpAnswer get(Duration timeout) throws PartnerException {
    return http.send(HttpCall.get(url("/x"), timeout));
  }

  private PartnerException failure(Duration timeout) {
    return failure(HttpCall.get(url("/x"), timeout));
  }

  private PartnerException failure(HttpCall call) {
    return catchThrowableOfType(PartnerException.class, () -> http.send(call).orThrow());
  }

  private URI url(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }
}
