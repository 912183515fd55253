package io.entrepot.connectors.spi.sandbox.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entrepot.connectors.spi.Answer;
import io.entrepot.connectors.spi.PartnerSettings;
import io.entrepot.connectors.spi.RateLimit;
import io.entrepot.connectors.spi.RawNotice;
import io.entrepot.connectors.spi.sandbox.FakeHub;
import io.entrepot.connectors.spi.sandbox.Hmac;
import io.entrepot.connectors.spi.sandbox.OneSandbox;
import io.entrepot.connectors.spi.sandbox.SandboxAuth;
import io.entrepot.connectors.spi.sandbox.SettableClock;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestSandboxTest {
  private static final RestResource ORDERS =
      RestResource.at("/v1/orders").id("order_no").required("order_no", "lines");

  @TempDir Path books;
  private final SettableClock clock = new SettableClock();
  private final FakeHub hub = new FakeHub(Answer.json("{}"));
  private OneSandbox partner;

  private void open(UnaryOperator<RestSandbox> plan) {
    PartnerSettings account =
        PartnerSettings.of(
            "acme",
            Map.of(
                "api-key", "k-1",
                "user", "shop",
                "password", "pw",
                "webhook-secret", "w-1",
                "sandbox-webhook-url", "http://hub.test/webhooks/acme/order"));
    partner = new OneSandbox(plan.apply(RestSandbox.of(account)), books, hub::url, clock);
  }

  @AfterEach
  void stop() {
    partner.close();
    hub.close();
  }

  @Test
  void documentIsAddedReadMergedReplacedAndRemoved() {
    open(plan -> plan.resource(ORDERS));
    assertThat(post("{\"order_no\":\"o-1\",\"lines\":[1],\"to\":{\"a\":1,\"b\":2}}").statusCode())
        .isEqualTo(201);

    ask("PATCH", "/v1/orders/o-1", "{\"lines\":[2],\"to\":{\"b\":null}}");
    assertThat(ask("GET", "/v1/orders/o-1", "").body())
        .isEqualTo("{\"order_no\":\"o-1\",\"lines\":[2],\"to\":{\"a\":1}}");
    ask("PUT", "/v1/orders/o-1", "{\"lines\":[3]}");
    assertThat(ask("GET", "/v1/orders/o-1", "").body())
        .isEqualTo("{\"lines\":[3],\"order_no\":\"o-1\"}");
    assertThat(ask("DELETE", "/v1/orders/o-1", "").statusCode()).isEqualTo(204);
    assertThat(ask("GET", "/v1/orders/o-1", "").statusCode()).isEqualTo(404);
  }

  @Test
  void whatCannotBeKeptIsRefusedWithItsReason() {
    open(plan -> plan.resource(ORDERS).resource(RestResource.at("/v1/carriers").readOnly()));
    post("{\"order_no\":\"o-1\",\"lines\":[1]}");

    assertThat(post("{\"order_no\":\"o-2\"}").body()).contains("INVALID").contains("lines");
    assertThat(post("{\"order_no\":\"o-1\",\"lines\":[1]}").statusCode()).isEqualTo(409);
    assertThat(post("[]").body()).contains("NOT_JSON");
    assertThat(ask("PATCH", "/v1/orders/o-1", "{\"lines\":null}").statusCode()).isEqualTo(422);
    assertThat(ask("POST", "/v1/carriers", "{}").statusCode()).isEqualTo(405);
    assertThat(ask("GET", "/v1/elsewhere", "").statusCode()).isEqualTo(404);
  }

  @Test
  void documentsOutliveARestart() {
    open(plan -> plan.resource(ORDERS.stocked(stock(2))));
    post("{\"order_no\":\"o-1\",\"lines\":[1]}");
    ask("DELETE", "/v1/orders/1", "");

    partner.restart();

    assertThat(OneSandbox.json(ask("GET", "/v1/orders", "")).path("items"))
        .extracting(document -> document.path("order_no").asText())
        .containsExactly("2", "o-1");
  }

  @Test
  void everyStyleOfPagesShowsEachDocumentOnce() {
    for (Paging paging :
        List.of(
            Paging.pages("page", "size"),
            Paging.offset("offset", "size"),
            Paging.cursor("cursor", "size"),
            Paging.nextLink("after", "size"))) {
      open(plan -> plan.resource(ORDERS.stocked(stock(23)).paged(paging)));

      assertThat(walked(paging)).as(paging.style().name()).isEqualTo(numbers(23));
      assertThat(ask("GET", "/v1/orders?size=101", "").statusCode()).isEqualTo(422);
      assertThat(ask("GET", "/v1/orders?size=x", "").statusCode()).isEqualTo(422);
      partner.close();
      books.resolve("acme.jsonl").toFile().delete();
    }
    open(plan -> plan);
  }

  @Test
  void cursorHoldsWhenItsDocumentHasGone() {
    open(plan -> plan.resource(ORDERS.stocked(stock(6)).paged(Paging.cursor("cursor", "size"))));
    String cursor = list("?size=3").path("next_cursor").asText();

    ask("DELETE", "/v1/orders/3", "");

    assertThat(numbers(list("?size=3&cursor=" + cursor))).containsExactly("4", "5", "6");
    assertThat(ask("GET", "/v1/orders?cursor=!!", "").statusCode()).isEqualTo(422);
  }

  @Test
  void pageTakesTheShapeThatIsDeclared() {
    Paging akeneo =
        Paging.nextLink("search_after", "limit")
            .itemsAt("/_embedded/items")
            .nextAt("/_links/next/href");
    open(plan -> plan.resource(ORDERS.stocked(stock(3)).paged(akeneo)));

    JsonNode page = list("?limit=2");

    assertThat(page.at("/_embedded/items")).hasSize(2);
    JsonNode last = OneSandbox.json(partner.send("GET", page.at("/_links/next/href").asText(), ""));
    assertThat(last.at("/_embedded/items")).hasSize(1);
    assertThat(last.at("/_links/next").isMissingNode()).isTrue();
  }

  @Test
  void searchByPostReadsItsPageFromTheForm() {
    open(
        plan ->
            plan.voice(RestVoice.always200("result", "success", "error", "data"))
                .resource(
                    ORDERS
                        .stocked(stock(3))
                        .listedByPost()
                        .paged(
                            Paging.offset("offset", "limit").itemsAt("/data").totalAt("/count"))));

    JsonNode page =
        OneSandbox.json(
            partner.ask(
                "POST",
                "/v1/orders",
                "offset=1&limit=1",
                "Content-Type",
                "application/x-www-form-urlencoded"));

    assertThat(page.toString())
        .isEqualTo("{\"result\":\"success\",\"data\":[{\"order_no\":\"2\"}],\"count\":3}");
  }

  @Test
  void partnerThatSaysNoInside200KeepsTheStatusOfALimitOnly() {
    open(
        plan ->
            plan.voice(RestVoice.always200("result", "success", "error", "data"))
                .limit(new RateLimit(2, Duration.ofSeconds(10)))
                .resource(ORDERS));

    HttpResponse<String> no = ask("GET", "/v1/orders/none", "");
    HttpResponse<String> yes = post("{\"order_no\":\"o-1\",\"lines\":[1]}");

    assertThat(no.statusCode()).isEqualTo(200);
    assertThat(no.body()).contains("\"result\":\"error\"").contains("NOT_FOUND");
    assertThat(yes.statusCode()).isEqualTo(200);
    assertThat(yes.body()).startsWith("{\"result\":\"success\",\"data\":{\"order_no\"");
    HttpResponse<String> tooMany = ask("GET", "/v1/orders", "");
    assertThat(tooMany.statusCode()).isEqualTo(429);
    assertThat(tooMany.headers().firstValue("Retry-After")).contains("10");
    clock.ahead(Duration.ofSeconds(10));
    assertThat(ask("GET", "/v1/orders", "").statusCode()).isEqualTo(200);
  }

  @Test
  void eachKindOfCredentialLetsItsOwnIn() {
    Map<SandboxAuth, String[]> right =
        Map.of(
            SandboxAuth.header("X-Api-Key", "api-key"), new String[] {"X-Api-Key", "k-1"},
            SandboxAuth.bearer("api-key"), new String[] {"Authorization", "Bearer k-1"},
            SandboxAuth.basic("user", "password"),
                new String[] {"Authorization", "Basic c2hvcDpwdw=="},
            SandboxAuth.basicKey("api-key"), new String[] {"Authorization", "Basic ay0xOg=="});
    for (Map.Entry<SandboxAuth, String[]> kind : right.entrySet()) {
      open(plan -> plan.auth(kind.getKey()).resource(ORDERS));

      assertThat(partner.ask("GET", "/v1/orders", "", kind.getValue()).statusCode()).isEqualTo(200);
      assertThat(ask("GET", "/v1/orders", "").statusCode()).isEqualTo(401);
      String[] wrong = {kind.getValue()[0], kind.getValue()[1] + "x"};
      assertThat(partner.ask("GET", "/v1/orders", "", wrong).statusCode()).isEqualTo(401);
      partner.close();
    }
    open(plan -> plan.auth(SandboxAuth.parameter("key", "api-key")).resource(ORDERS));
    assertThat(ask("GET", "/v1/orders?key=k-1", "").statusCode()).isEqualTo(200);
    assertThat(ask("GET", "/v1/orders?key=k", "").statusCode()).isEqualTo(401);
  }

  @Test
  void credentialWithoutASettingLetsNobodyIn() {
    open(plan -> plan.auth(SandboxAuth.bearer("not-there")).resource(ORDERS));

    assertThat(partner.ask("GET", "/v1/orders", "", "Authorization", "Bearer ").statusCode())
        .isEqualTo(401);
  }

  @Test
  void revokedCredentialIsRefusedWhileTheFaultLasts() {
    open(plan -> plan.auth(SandboxAuth.bearer("api-key")).resource(ORDERS));
    String[] key = {"Authorization", "Bearer k-1"};

    partner.fault("{\"name\":\"token-revoked\",\"count\":1}");

    assertThat(partner.ask("GET", "/v1/orders", "", key).statusCode()).isEqualTo(401);
    assertThat(partner.ask("GET", "/v1/orders", "", key).statusCode()).isEqualTo(200);
  }

  @Test
  void sameIdempotencyKeyHearsTheSameBytesAcrossARestart() {
    open(plan -> plan.idempotent("Idempotency-Key").resource(ORDERS));
    String order = "{\"lines\":[1],\"order_no\":\"o-1\"}";

    HttpResponse<String> first = partner.ask("POST", "/v1/orders", order, "Idempotency-Key", "a");
    partner.restart();
    HttpResponse<String> again = partner.ask("POST", "/v1/orders", order, "Idempotency-Key", "a");

    assertThat(again.statusCode()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(partner.ask("POST", "/v1/orders", order, "Idempotency-Key", "b").statusCode())
        .isEqualTo(409);
  }

  @Test
  void routeDoesWhatAResourceCannot() {
    open(
        plan ->
            plan.resource(ORDERS)
                .fault("sold-out", "no order can be confirmed")
                .route(
                    "POST",
                    "/v1/orders/{id}/confirm",
                    (request, segments, desk) -> {
                      if (desk.strikes("sold-out")) {
                        return desk.no(409, "SOLD_OUT", "nothing is left");
                      }
                      ObjectNode order = desk.find("orders", segments.get("id")).orElseThrow();
                      desk.put("orders", segments.get("id"), order.put("status", "CONFIRMED"));
                      return desk.yes(200, order);
                    }));
    post("{\"order_no\":\"o-1\",\"lines\":[1]}");

    assertThat(ask("POST", "/v1/orders/o-1/confirm", "").statusCode()).isEqualTo(200);
    assertThat(ask("GET", "/v1/orders/o-1", "").body()).contains("CONFIRMED");
    assertThat(
            partner.ask("POST", "/v1/orders/o-1/confirm", "", "X-Sandbox-Fault", "sold-out").body())
        .contains("SOLD_OUT");
  }

  @Test
  void changeIsToldSignedUntilItIsHeardAndAcrossARestart() {
    open(this::telling);
    hub.stop();
    post("{\"order_no\":\"o-1\",\"lines\":[1]}");
    partner.restart();

    hub.start();

    await().until(() -> hub.notices().size() == 1);
    RawNotice notice = hub.notices().get(0);
    assertThat(notice.text()).isEqualTo("{\"change\":\"CREATED\",\"order\":\"o-1\"}");
    assertThat(notice.header("X-Signature")).contains(signature(notice, "w-1"));
    await()
        .until(
            () ->
                OneSandbox.json(partner.desk("GET", "/books", ""))
                        .at("/counts/notices heard")
                        .asLong()
                    == 1);
  }

  @Test
  void forgedNoticeIsSignedWithAnotherSecret() {
    open(this::telling);
    partner.ask(
        "POST",
        "/v1/orders",
        "{\"order_no\":\"o-1\",\"lines\":[1]}",
        "X-Sandbox-Fault",
        "notice-forged");

    await().until(() -> hub.notices().size() == 2);
    assertThat(hub.notices())
        .extracting(
            notice -> notice.header("X-Signature").equals(Optional.of(signature(notice, "w-1"))))
        .containsExactly(false, true);
  }

  private RestSandbox telling(RestSandbox plan) {
    return plan.resource(
            ORDERS.tells(
                (change, order) ->
                    Optional.of(
                        JsonNodeFactory.instance
                            .objectNode()
                            .put("change", change.name())
                            .put("order", order.path("order_no").asText()))))
        .webhook(
            RestWebhook.to("sandbox-webhook-url")
                .signed(
                    NoticeSignature.hmacHex(
                        "X-Signature", "X-Timestamp", "{timestamp}.{body}", "webhook-secret")));
  }

  /** Made by another way than the sandbox's. */
  private static String signature(RawNotice notice, String secret) {
    return Hmac.sha256Hex(secret, notice.header("X-Timestamp").orElseThrow() + "." + notice.text());
  }

  private List<String> walked(Paging paging) {
    List<String> seen = new ArrayList<>();
    JsonNode page = list("?size=5");
    for (int pages = 1; pages <= 10 && !numbers(page).isEmpty(); pages++) {
      seen.addAll(numbers(page));
      String next = page.path("next").asText(page.path("next_cursor").asText());
      page =
          switch (paging.style()) {
            case WHOLE -> JsonNodeFactory.instance.objectNode();
            case PAGE -> list("?size=5&page=" + (pages + 1));
            case OFFSET -> list("?size=5&offset=" + pages * 5);
            case CURSOR ->
                next.isEmpty()
                    ? JsonNodeFactory.instance.objectNode()
                    : list("?size=5&cursor=" + next);
            case NEXT_LINK ->
                next.isEmpty()
                    ? JsonNodeFactory.instance.objectNode()
                    : OneSandbox.json(partner.send("GET", next, ""));
          };
    }
    return seen;
  }

  private static List<String> numbers(JsonNode page) {
    List<String> numbers = new ArrayList<>();
    page.path("items").forEach(document -> numbers.add(document.path("order_no").asText()));
    return numbers;
  }

  private static List<String> numbers(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(Integer::toString).toList();
  }

  private static List<JsonNode> stock(int count) {
    return numbers(count).stream()
        .<JsonNode>map(number -> JsonNodeFactory.instance.objectNode().put("order_no", number))
        .toList();
  }

  private JsonNode list(String query) {
    return OneSandbox.json(ask("GET", "/v1/orders" + query, ""));
  }

  private HttpResponse<String> post(String order) {
    return ask("POST", "/v1/orders", order);
  }

  private HttpResponse<String> ask(String method, String path, String body) {
    return partner.ask(method, path, body);
  }
}
