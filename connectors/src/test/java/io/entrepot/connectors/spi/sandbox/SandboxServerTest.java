package io.entrepot.connectors.spi.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SandboxServerTest {
  private final HttpClient http = HttpClient.newHttpClient();
  private SandboxServer server;

  /** Writes each request into its books and answers their number. */
  private record Counter() implements Sandbox {
    @Override
    public String partner() {
      return "counter";
    }

    @Override
    public SimulatedPartner open(SandboxSite site) {
      return new SimulatedPartner() {
        @Override
        public SandboxAnswer answer(SandboxRequest request) {
          site.books().write(JsonNodeFactory.instance.objectNode().put("path", request.path()));
          return SandboxAnswer.json(200, "{\"entries\":" + site.books().size() + "}");
        }

        @Override
        public BooksSummary summary() {
          return new BooksSummary(Map.of("entries", site.books().size()), Map.of());
        }
      };
    }
  }

  @BeforeEach
  void start() throws IOException {
    server =
        SandboxServer.start(0, SandboxOptions.inMemory(Optional::empty), List.of(new Counter()));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void partnerAnswersBelowItsName() throws Exception {
    assertThat(get("/counter/a/b").body()).isEqualTo("{\"entries\":1}");
    assertThat(get("/nobody/a").statusCode()).isEqualTo(404);
  }

  @Test
  void booksAreShownInPages() throws Exception {
    for (int i = 0; i < 5; i++) {
      get("/counter/" + i);
    }

    String page = get("/_sandbox/counter/books?from=3&limit=1").body();

    assertThat(page)
        .contains("\"counts\":{\"entries\":5}")
        .contains("\"total\":5")
        .contains("\"entries\":[{\"path\":\"/3\"}]");
    assertThat(get("/_sandbox/counter/books?from=x").statusCode()).isEqualTo(400);
  }

  @Test
  void faultIsSwitchedListedAndEndsByItself() throws Exception {
    HttpResponse<String> switched =
        send("POST", "/_sandbox/counter/faults", "{\"name\":\"error-before\",\"count\":1}");
    assertThat(switched.body()).contains("\"name\":\"error-before\"").contains("\"on\":true");

    assertThat(get("/counter/x").statusCode()).isEqualTo(500);
    assertThat(get("/counter/x").body()).isEqualTo("{\"entries\":1}");
  }

  @Test
  void workIsDoneBeforeErrorAfterAndDrop() throws Exception {
    send("POST", "/_sandbox/counter/faults", "{\"name\":\"error-after\",\"count\":1}");
    assertThat(get("/counter/x").statusCode()).isEqualTo(500);

    send("POST", "/_sandbox/counter/faults", "{\"name\":\"drop-after\"}");
    assertThatThrownBy(() -> send("POST", "/counter/x", "")).isInstanceOf(IOException.class);
    send("DELETE", "/_sandbox/counter/faults", "");

    assertThat(get("/counter/x").body()).isEqualTo("{\"entries\":3}");
  }

  @Test
  void unknownFaultIsRefusedWithThoseThereAre() throws Exception {
    HttpResponse<String> answer =
        send("POST", "/_sandbox/counter/faults", "{\"name\":\"explode\"}");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("hang").contains("drop-after");
  }

  @Test
  void tooLargeBodyIsRefused() throws Exception {
    assertThat(send("POST", "/counter/x", "x".repeat((1 << 20) + 1)).statusCode()).isEqualTo(413);
  }

  @Test
  void boundButNotYetOpenAsksForPatience() throws Exception {
    try (SandboxServer bound = SandboxServer.bind(0)) {
      HttpResponse<String> answer =
          http.send(
              HttpRequest.newBuilder(URI.create(bound.url() + "/counter/x")).build(),
              BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(503);
    }
  }

  @Test
  void hangingRequestDoesNotHoldUpTheEnd() throws Exception {
    send("POST", "/_sandbox/counter/faults", "{\"name\":\"hang\"}");
    CompletableFuture<HttpResponse<String>> hanging =
        http.sendAsync(request("GET", "/counter/x", ""), BodyHandlers.ofString());
    assertThatThrownBy(() -> hanging.get(300, TimeUnit.MILLISECONDS)).isNotNull();

    long start = System.nanoTime();
    server.close();

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
    assertThatThrownBy(() -> hanging.get(5, TimeUnit.SECONDS))
        .hasCauseInstanceOf(IOException.class);
  }

  private HttpResponse<String> get(String path) throws Exception {
    return send("GET", path, "");
  }

  private HttpResponse<String> send(String method, String path, String body) throws Exception {
    return http.send(request(method, path, body), BodyHandlers.ofString());
  }

  private HttpRequest request(String method, String path, String body) {
    return HttpRequest.newBuilder(URI.create(server.url() + path))
        .method(method, BodyPublishers.ofString(body))
        .build();
  }
}
