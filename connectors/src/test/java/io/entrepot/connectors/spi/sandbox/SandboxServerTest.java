package io.entrepot.connectors.spi.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
          site.books()
              .write(
                  JsonNodeFactory.instance
                      .objectNode()
                      .put("path", request.path())
                      .put("at", site.clock().instant().toString()));
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
        .contains("\"entries\":[{\"path\":\"/3\",");
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
  void slowAnswerComesLateWithItsWorkDone() throws Exception {
    long start = System.nanoTime();
    HttpResponse<String> answer = asking("slow=300", "/counter/x");

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(300));
    assertThat(answer.body()).isEqualTo("{\"entries\":1}");
  }

  @Test
  void pageInPlaceOfJsonAndPauseAreGivenAsAskedFor() throws Exception {
    HttpResponse<String> page = asking("html", "/counter/x");
    HttpResponse<String> tooMany = asking("rate-limit=7000", "/counter/x");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).startsWith("<!doctype html>");
    assertThat(tooMany.statusCode()).isEqualTo(429);
    assertThat(tooMany.headers().firstValue("Retry-After")).contains("7");
    assertThat(get("/counter/x").body()).isEqualTo("{\"entries\":2}");
  }

  @Test
  void clockOfAPartnerIsAheadForThatRequestOnly() throws Exception {
    asking("clock-skew=360000", "/counter/x");
    get("/counter/x");

    JsonNode entries =
        new ObjectMapper().readTree(get("/_sandbox/counter/books").body()).path("entries");
    Instant skewed = Instant.parse(entries.path(0).path("at").asText());
    Instant right = Instant.parse(entries.path(1).path("at").asText());
    assertThat(Duration.between(right, skewed))
        .isBetween(Duration.ofMinutes(5), Duration.ofMinutes(6));
  }

  @Test
  void unknownFaultInTheHeaderIsNotPassedOver() throws Exception {
    HttpResponse<String> answer = asking("explode", "/counter/x");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("explode").contains("hang");
  }

  @Test
  void sameSeedAndSameCallsMeetTheSameFaultsAndAreReported() throws Exception {
    String storm = "{\"name\":\"any\",\"rate\":0.6,\"seed\":11,\"millis\":1}";
    List<String> first = struckBy(storm);
    List<String> second = struckBy(storm);

    assertThat(second).isEqualTo(first);
    assertThat(first).hasSizeGreaterThan(5).allMatch(strike -> strike.contains(" POST /storm/"));
  }

  private List<String> struckBy(String storm) throws Exception {
    server.close();
    start();
    send("POST", "/_sandbox/counter/faults", storm);
    for (int i = 0; i < 20; i++) {
      try {
        send("POST", "/counter/storm/" + i, "");
      } catch (IOException dropped) {
        assertThat(dropped).isNotNull();
      }
    }
    List<String> struck = new ArrayList<>();
    JsonNode report = new ObjectMapper().readTree(get("/_sandbox/counter/faults").body());
    report
        .path("struck")
        .forEach(hit -> struck.add(hit.path("fault").asText() + " " + hit.path("during").asText()));
    return struck;
  }

  @Test
  void pageShowsWhatThePartnerBelievesAndRunsNothing() throws Exception {
    get("/counter/%3Cscript%3Ealert(1)%3C/script%3E");

    HttpResponse<String> page = browse("/_sandbox/counter/books");

    assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
        .startsWith("default-src 'none'");
    assertThat(page.body())
        .contains("What counter believes")
        .contains("&lt;script&gt;alert(1)")
        .doesNotContain("<script>");
    assertThat(browse("/_sandbox").body()).contains("/_sandbox/counter/books");
    assertThat(get("/_sandbox").body()).contains("\"partner\":\"counter\"");
  }

  private HttpResponse<String> browse(String path) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create(server.url() + path))
            .header("Accept", "text/html,application/xhtml+xml")
            .build(),
        BodyHandlers.ofString());
  }

  private HttpResponse<String> asking(String faults, String path) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create(server.url() + path))
            .header("X-Sandbox-Fault", faults)
            .build(),
        BodyHandlers.ofString());
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
