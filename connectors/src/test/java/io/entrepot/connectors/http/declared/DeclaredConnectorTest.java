package io.entrepot.connectors.http.declared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.entrepot.connectors.spi.Connector;
import io.entrepot.connectors.spi.ErrorClass;
import io.entrepot.connectors.spi.NoticeRefused;
import io.entrepot.connectors.spi.PagedOperation;
import io.entrepot.connectors.spi.PartnerAnswer;
import io.entrepot.connectors.spi.PartnerCall;
import io.entrepot.connectors.spi.PartnerException;
import io.entrepot.connectors.spi.PartnerPage;
import io.entrepot.connectors.spi.PartnerSettings;
import io.entrepot.connectors.spi.RawNotice;
import io.entrepot.connectors.spi.Trust;
import io.entrepot.connectors.spi.Verified;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a declaration says is what goes over the wire. */
class DeclaredConnectorTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  // Longer than a generated partner's name can be: nobody else has it.
  private static final String ID = "a-partner-of-this-test";
  private static final String HEAD =
      """
      partner: a-partner-of-this-test
      settings:
        base-url:
        api-key: { secret: true }
        shop: { default: my-shop }
      auth: { kind: api-key, header: X-Api-Key, secret: api-key }
      """;

  /** What the partner was asked. */
  private record Asked(String method, String path, Map<String, List<String>> headers, String body) {
    String header(String name) {
      return String.join(",", headers.getOrDefault(name, List.of()));
    }
  }

  /** What it answers. */
  private record Said(int status, String body, Map<String, String> headers) {
    static Said of(int status, String body) {
      return new Said(status, body, Map.of());
    }
  }

  @TempDir private Path definitions;
  private final List<Asked> asked = new ArrayList<>();
  private Function<Asked, Said> partner = request -> Said.of(200, "{}");
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          Asked request =
              new Asked(
                  exchange.getRequestMethod(),
                  exchange.getRequestURI().toString(),
                  Map.copyOf(exchange.getRequestHeaders()),
                  new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          asked.add(request);
          Said said = partner.apply(request);
          byte[] body = said.body().getBytes(StandardCharsets.UTF_8);
          said.headers().forEach(exchange.getResponseHeaders()::set);
          exchange.sendResponseHeaders(said.status(), body.length == 0 ? -1 : body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void pathQueryHeadersAndBodyAreFilledIn() throws Exception {
    Connector acme =
        connector(
            """
            operations:
              move:
                call: POST /shops/${shop}/parcels/{$.id}/moves
                query: { note: $.note, missing: $.missing, fixed: 1 }
                headers: { X-Reason: "for {$.note}" }
                idempotency-header: Idempotency-Key
            """);

    call(acme, "move", "{\"id\": \"a/../b\", \"note\": \"x & y\"}");

    Asked request = asked.get(0);
    assertThat(request.path())
        .isEqualTo("/shops/my-shop/parcels/a%2F..%2Fb/moves?note=x%20%26%20y&fixed=1");
    assertThat(request.header("X-reason")).isEqualTo("for x & y");
    assertThat(request.header("X-api-key")).isEqualTo("very-secret-key");
    assertThat(request.header("Idempotency-key")).isEqualTo("key-1");
    assertThat(request.body()).contains("\"note\":\"x & y\"");
  }

  @Test
  void aMissingPartOfThePathIsOurBugAndNobodyIsAsked() {
    Connector acme = connector("operations: { get: { call: 'GET /parcels/{$.id}' } }\n");

    assertThat(failure(acme, "get", "{}"))
        .satisfies(e -> assertThat(e.errorClass()).isEqualTo(ErrorClass.OUR_BUG))
        .hasMessageContaining("get needs $.id");
    assertThat(asked).isEmpty();
  }

  @Test
  void aFormHasTheDocumentsFields() throws Exception {
    Connector acme =
        connector("operations: { search: { call: POST /search, body: form, reads: true } }\n");

    call(acme, "search", "{\"a\": \"1 2\", \"b\": 3}");

    assertThat(asked.get(0).body()).isEqualTo("a=1%202&b=3");
    assertThat(failure(acme, "search", "{\"a\": []}").errorClass()).isEqualTo(ErrorClass.OUR_BUG);
  }

  @Test
  void requestAndAnswerGoThroughTheirMappings() throws Exception {
    Connector acme =
        connector(
            """
            operations:
              order:
                call: POST /orders
                request: acme/order.outbound
                answer: acme/receipt.inbound
            """);

    PartnerAnswer answer = call(acme, "order", "{}");

    assertThat(asked.get(0).body()).isEqualTo("{\"mapped-by\":\"acme/order.outbound\"}");
    assertThat(answer.body().path("mapped-by").asText()).isEqualTo("acme/receipt.inbound");
  }

  @Test
  void errorsInsideA200AreErrors() throws Exception {
    Connector acme =
        connector(
            """
            success: { where: { $.result: success } }
            errors:
              code: $.code
              message: $.message
              rules:
                - { where: { $.result: redirect }, class: OUR_BUG }
              codes: { "003001": RATE_LIMITED, E9: DECLINED }
            operations:
              read: { call: GET /r }
              write: { call: POST /w }
            """);

    partner = request -> Said.of(200, "{\"result\": \"success\", \"n\": 1}");
    assertThat(call(acme, "write", "{}").body().path("n").asInt()).isEqualTo(1);
    assertThat(classOf(acme, "write", "{\"result\": \"redirect\"}")).isEqualTo(ErrorClass.OUR_BUG);
    assertThat(classOf(acme, "write", "{\"result\": \"error\", \"code\": \"003001\"}"))
        .isEqualTo(ErrorClass.RATE_LIMITED);
    assertThat(classOf(acme, "write", "{\"result\": \"error\", \"code\": \"E9\"}"))
        .isEqualTo(ErrorClass.DECLINED);
  }

  @Test
  void aCodeNobodyListedLeavesAWriteUnknownAndARefusedRead() {
    Connector acme =
        connector(
            """
            success: { where: { $.result: success } }
            errors: { code: $.code, codes: { E9: DECLINED } }
            operations:
              read: { call: GET /r }
              write: { call: POST /w }
            """);
    String news = "{\"result\": \"error\", \"code\": \"NEW\", \"message\": \"?\"}";

    assertThat(classOf(acme, "write", news)).isEqualTo(ErrorClass.UNKNOWN_OUTCOME);
    assertThat(classOf(acme, "read", news)).isEqualTo(ErrorClass.CLIENT_ERROR);
  }

  @Test
  void statusesMeanWhatTheFileSaysAndElseWhatHttpMeans() {
    Connector acme =
        connector(
            """
            errors: { message: $.error.text, statuses: { 409: DECLINED } }
            operations: { write: { call: POST /w } }
            """);

    partner = request -> Said.of(409, "{\"error\": {\"text\": \"sold out\"}}");
    assertThat(failure(acme, "write", "{}"))
        .hasMessageEndingWith("status 409: sold out")
        .satisfies(e -> assertThat(e.errorClass()).isEqualTo(ErrorClass.DECLINED));
    partner = request -> new Said(429, "", Map.of("Retry-After", "7"));
    assertThat(failure(acme, "write", "{}").retryAfter()).contains(Duration.ofSeconds(7));
    partner = request -> Said.of(503, "<html>");
    assertThat(failure(acme, "write", "{}").errorClass()).isEqualTo(ErrorClass.SERVER_ERROR);
    partner = request -> Said.of(200, "<html>very-secret-key</html>");
    assertThat(failure(acme, "write", "{}"))
        .satisfies(e -> assertThat(e.errorClass()).isEqualTo(ErrorClass.BAD_ANSWER))
        .hasMessageNotContaining("very-secret-key");
  }

  @Test
  void pagesAreCounted() throws Exception {
    Connector acme =
        connector(
            """
            operations:
              list:
                call: GET /l
                query: { limit: 2 }
                pages: { style: page, parameter: page, size: 2, items: $.items }
            """);
    partner = pages("page=1", "[1, 2]", "page=2", "[3, 4]", "page=3", "[5]");

    assertThat(all(acme)).containsExactly(1, 2, 3, 4, 5);
    assertThat(asked).hasSize(3);
  }

  @Test
  void offsetsGrowByThePagesSizeInAForm() throws Exception {
    Connector acme =
        connector(
            """
            operations:
              list:
                call: POST /l
                body: form
                reads: true
                pages: { style: offset, parameter: offset, size: 2, items: $.data, in: form }
            """);
    partner =
        request ->
            Said.of(
                200, request.body().contains("offset=0") ? "{\"data\": [1, 2]}" : "{\"data\": []}");

    assertThat(all(acme)).containsExactly(1, 2);
    assertThat(asked).extracting(Asked::body).containsExactly("offset=0", "offset=2");
  }

  @Test
  void cursorsAreGivenBack() throws Exception {
    Connector acme =
        connector(
            """
            operations:
              list:
                call: GET /l
                pages: { style: cursor, parameter: after, next: $.meta.next, items: $.items }
            """);
    partner =
        request ->
            Said.of(
                200,
                request.path().contains("after=b%2B1")
                    ? "{\"items\": [2], \"meta\": {\"next\": null}}"
                    : "{\"items\": [1], \"meta\": {\"next\": \"b+1\"}}");

    assertThat(all(acme)).containsExactly(1, 2);
  }

  @Test
  void linksAreFollowedInBodyAndHeaderButNeverToAnotherHost() throws Exception {
    String file =
        """
        operations:
          list: { call: GET /l, pages: { style: link, next: $.next, items: $.items } }
          heads: { call: GET /h, pages: { style: header, items: $ } }
        """;
    Connector acme = connector(file);
    partner =
        request ->
            Said.of(
                200,
                request.path().equals("/l")
                    ? "{\"items\": [1], \"next\": \"/l?n=2\"}"
                    : "{\"items\": [2]}");
    assertThat(all(acme)).containsExactly(1, 2);

    partner =
        request ->
            request.path().equals("/h")
                ? new Said(200, "[1]", Map.of("Link", "</a>; rel=\"prev\", </h?2>; rel=\"next\""))
                : Said.of(200, "[2]");
    assertThat(all(acme, "heads")).containsExactly(1, 2);

    partner = request -> Said.of(200, "{\"items\": [1], \"next\": \"https://evil.example/l\"}");
    assertThatThrownBy(() -> all(acme)).hasMessageContaining("leads to another host");
  }

  @Test
  void aPageThatNamesItselfIsNotReadForEver() {
    Connector acme =
        connector(
            """
            operations:
              list:
                call: GET /l
                pages: { style: cursor, parameter: c, next: $.next, items: $.items }
            """);
    partner = request -> Said.of(200, "{\"items\": [], \"next\": \"same\"}");

    assertThatThrownBy(() -> all(acme)).hasMessageContaining("names itself as the next page");
  }

  @Test
  void tooLargeIsRefusedInBothDirections() {
    Connector acme =
        connector(
            """
            limits: { request-bytes: 1000, answer-bytes: 1000 }
            operations: { write: { call: POST /w } }
            """);

    assertThat(failure(acme, "write", "{\"a\": \"" + "x".repeat(2000) + "\"}").code())
        .isEqualTo("REQUEST_TOO_LARGE");
    partner = request -> Said.of(200, "\"" + "x".repeat(2000) + "\"");
    assertThat(failure(acme, "write", "{}").code()).isEqualTo("ANSWER_TOO_LARGE");
  }

  @Test
  void aSharedSecretIsComparedAndNotKept() throws Exception {
    Connector acme =
        connector(
            """
            notices:
              tracking:
                trust: { kind: shared-secret, field: /auth/token, secret: api-key }
                key: [ $.parcel, $.step ]
            """);

    Verified good =
        acme.notices()
            .get("tracking")
            .verify(
                notice(
                    "{\"parcel\": \"p\", \"step\": 2, \"auth\": {\"token\":"
                        + " \"very-secret-key\"}}"));

    assertThat(acme.notices().get("tracking").trust()).isEqualTo(Trust.SHARED_SECRET);
    assertThat(good.idempotencyKey()).isEqualTo("p:2");
    assertThat(good.body().toString()).doesNotContain("very-secret-key");
    assertThat(refused(acme, "{\"parcel\": \"p\", \"step\": 2}"))
        .isEqualTo(NoticeRefused.Reason.NOT_TRUSTED);
    assertThat(refused(acme, "{\"step\": 2, \"auth\": {\"token\": \"very-secret-key\"}}"))
        .isEqualTo(NoticeRefused.Reason.UNREADABLE);
  }

  @Test
  void theConnectionTestSaysWhatStandsInTheWay() {
    String file = "operations: { ping: { call: GET /ping } }\ntest: { operation: ping }\n";

    assertThat(connector(file).test().detail()).contains("ping answered 200");
    partner = request -> Said.of(401, "");
    assertThat(connector(file).test().detail()).contains("credentials or request are not accepted");
    partner = request -> Said.of(200, "<html>");
    assertThat(connector(file).test().detail()).contains("something else answers there");
    server.stop(0);
    assertThat(connector(file).test().detail()).contains("nobody listens there: check base-url");
    assertThat(without(file).test().detail())
        .isEqualTo(
            "not configured: set entrepot.partners.a-partner-of-this-test.api-key,"
                + " entrepot.partners.a-partner-of-this-test.base-url");
    assertThat(without(file).configured()).isFalse();
  }

  private Connector without(String text) {
    return DeclaredPartner.of(definitions, ID, HEAD + text, id -> PartnerSettings.of(id, Map.of()));
  }

  private Connector connector(String text) {
    Map<String, String> settings =
        Map.of(
            "base-url",
            "http://127.0.0.1:" + server.getAddress().getPort(),
            "api-key",
            "very-secret-key");
    return DeclaredPartner.of(definitions, ID, HEAD + text, id -> PartnerSettings.of(id, settings));
  }

  private static Function<Asked, Said> pages(String... queryAndItems) {
    return request -> {
      for (int i = 0; i < queryAndItems.length; i += 2) {
        if (request.path().contains(queryAndItems[i])) {
          return Said.of(200, "{\"items\": " + queryAndItems[i + 1] + "}");
        }
      }
      return Said.of(404, "");
    };
  }

  private List<Integer> all(Connector acme) throws PartnerException {
    return all(acme, "list");
  }

  private static List<Integer> all(Connector acme, String name) throws PartnerException {
    PagedOperation operation = (PagedOperation) acme.operations().get(name);
    List<Integer> all = new ArrayList<>();
    Optional<String> cursor = Optional.empty();
    for (int turns = 0; turns < 10; turns++) {
      PartnerPage page = operation.page(partnerCall(JSON.createObjectNode()), cursor);
      page.answer().body().forEach(item -> all.add(item.asInt()));
      cursor = page.next();
      if (cursor.isEmpty()) {
        return all;
      }
    }
    throw new AssertionError("more than ten pages");
  }

  private ErrorClass classOf(Connector acme, String operation, String answer) {
    partner = request -> Said.of(200, answer);
    return failure(acme, operation, "{}").errorClass();
  }

  private static PartnerException failure(Connector acme, String operation, String document) {
    return catchThrowableOfType(PartnerException.class, () -> call(acme, operation, document));
  }

  private static PartnerAnswer call(Connector acme, String operation, String document)
      throws Exception {
    return acme.operations().get(operation).call(partnerCall(JSON.readTree(document)));
  }

  private static PartnerCall partnerCall(JsonNode document) {
    return new PartnerCall(document, "key-1", UUID.randomUUID(), Duration.ofSeconds(5));
  }

  private static RawNotice notice(String body) {
    return new RawNotice(
        "POST",
        "/webhooks/acme/tracking",
        Map.of(),
        Map.of(),
        body.getBytes(StandardCharsets.UTF_8),
        Instant.now());
  }

  private static NoticeRefused.Reason refused(Connector acme, String body) {
    return catchThrowableOfType(
            NoticeRefused.class, () -> acme.notices().get("tracking").verify(notice(body)))
        .reason();
  }
}
