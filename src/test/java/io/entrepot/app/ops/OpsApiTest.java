package io.entrepot.app.ops;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.entrepot.app.message.Attempt;
import io.entrepot.app.message.InboundMessage;
import io.entrepot.app.message.MessageStore;
import io.entrepot.app.message.OutboundMessage;
import io.entrepot.core.catalog.RegisterProduct;
import io.entrepot.core.catalog.RegisterProductHandler;
import io.entrepot.core.inventory.ReceiveStock;
import io.entrepot.core.inventory.ReceiveStockHandler;
import io.entrepot.core.inventory.StockLocation;
import io.entrepot.core.money.Money;
import io.entrepot.core.order.Address;
import io.entrepot.core.order.Buyer;
import io.entrepot.core.order.Charge;
import io.entrepot.core.order.OrderLine;
import io.entrepot.core.order.PlaceOrder;
import io.entrepot.core.order.PlaceOrderHandler;
import io.entrepot.core.order.PlaceOrderResult;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class OpsApiTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static OpsNode hub;

  private final HttpClient http = HttpClient.newHttpClient();
  private final String channel = "ops-test";
  private final String reference = "R" + UUID.randomUUID();

  @BeforeAll
  static void start() {
    hub = OpsNode.start();
  }

  @AfterAll
  static void stop() {
    hub.close();
  }

  @Test
  void theTimelineTellsAnOrdersWayByTimeWithItsMessages() throws Exception {
    UUID order = place();
    MessageStore messages = hub.bean(MessageStore.class);
    UUID out =
        messages
            .outbound(
                new OutboundMessage(
                    "wms", "create-shipment", reference, order, "order:" + order, json("{}")))
            .id();
    messages.attempt(
        out, Attempt.failed(Instant.now(), Duration.ofMillis(5), "TIMEOUT", "no answer in 5 s"));
    messages.failed(out, "TIMEOUT", "no answer in 5 s", false);

    JsonNode timeline = get("/orders/" + order + "/timeline");

    assertThat(timeline.path("order_id").asText()).isEqualTo(order.toString());
    assertThat(timeline.path("reference").asText()).isEqualTo(reference);
    assertThat(timeline.path("total").asText()).isEqualTo("23000 KRW");
    assertThat(timeline.path("hops").findValuesAsText("at")).isSorted();
    assertThat(timeline.path("hops"))
        .extracting(hop -> hop.path("kind").asText() + " " + hop.path("what").asText())
        .contains("order placed", "stock reserved", "message create-shipment");
    JsonNode message = hop(timeline, "message");
    assertThat(message.path("message_id").asText()).isEqualTo(out.toString());
    assertThat(message.path("direction").asText()).isEqualTo("OUT");
    assertThat(message.path("state").asText()).isEqualTo("RETRY");
    assertThat(message.path("detail").asText()).isEqualTo("TIMEOUT: no answer in 5 s");
    assertThat(hop(timeline, "stock").path("detail").asText()).contains("reserved +2");
  }

  @Test
  void anOrderIsFoundByItsChannelAndReferenceToo() throws Exception {
    UUID order = place();

    JsonNode found = get("/orders/" + channel + ":" + reference);
    UUID supplement = place(reference + "/2");
    String named = URLEncoder.encode(channel + ":" + reference + "/2", UTF_8);

    assertThat(get("/orders/timeline?of=" + named).path("order_id").asText())
        .isEqualTo(supplement.toString());

    assertThat(found.path("order_id").asText()).isEqualTo(order.toString());
    assertThat(found.path("lines").path(0).path("amount").asText()).isEqualTo("20000 KRW");
    assertThat(found.path("charges").path(0).path("code").asText()).isEqualTo("POST");
  }

  @Test
  void whoOrderedIsShownMasked() throws Exception {
    HttpResponse<String> answer = call("/orders/" + place());

    assertThat(answer.body())
        .doesNotContain("Gildong", "gildong@", "010-1234-5678", "Sejong-daero")
        .contains("\"country\":\"KR\"");
  }

  @Test
  void ordersAreListedFromTheNewestByPages() throws Exception {
    UUID first = place();
    UUID second = place("again-" + reference);

    JsonNode page = get("/orders?limit=1&channel=" + channel);
    JsonNode next =
        get("/orders?limit=1&channel=" + channel + "&before=" + page.path("next").asText());

    assertThat(page.path("items").path(0).path("order_id").asText()).isEqualTo(second.toString());
    assertThat(next.path("items").path(0).path("order_id").asText()).isEqualTo(first.toString());
  }

  @Test
  void aMessageIsShownMaskedBeforeAndAfterItsMapping() throws Exception {
    UUID id =
        hub.bean(MessageStore.class)
            .outbound(
                new OutboundMessage(
                    "ops-test",
                    "greet",
                    reference,
                    UUID.randomUUID(),
                    null,
                    json("{\"buyerName\":\"Hong Gildong\"}"),
                    "ops-test/greet.outbound",
                    "0123456789ab",
                    json("{\"receiver\":{\"name\":\"Hong Gildong\"},\"apiKey\":\"s3cret\"}")))
            .id();

    JsonNode message = get("/messages/" + id);

    assertThat(message.path("mapping_version").asText()).isEqualTo("0123456789ab");
    assertThat(message.path("payload")).hasToString("{\"buyerName\":\"H**\"}");
    assertThat(message.path("body"))
        .hasToString("{\"receiver\":{\"name\":\"H**\"},\"apiKey\":\"***\"}");
    assertThat(get("/messages?partner=ops-test&document=greet").path("items"))
        .extracting(row -> row.path("id").asText())
        .contains(id.toString());
  }

  @Test
  void figuresCountOrdersAndMessages() throws Exception {
    place();
    hub.bean(MessageStore.class)
        .inbound(new InboundMessage("ops-figures", "d", reference, json("{}")));

    hub.bean(JdbcClient.class)
        .sql(
            "INSERT INTO outbox.subscription (name, event, position)"
                + " VALUES ('ops-test', 'order.placed', 0) ON CONFLICT DO NOTHING")
        .update();

    JsonNode figures = get("/figures");

    assertThat(figures.path("subscriptions"))
        .anySatisfy(
            lag -> {
              assertThat(lag.path("name").asText()).isEqualTo("ops-test");
              assertThat(lag.path("waiting").asLong()).isPositive();
            });
    assertThat(figures.path("orders").path("PENDING").asLong()).isPositive();
    assertThat(figures.path("messages"))
        .anySatisfy(
            count -> {
              assertThat(count.path("partner").asText()).isEqualTo("ops-figures");
              assertThat(count.path("status").asText()).isEqualTo("RECEIVED");
            });
  }

  @Test
  void mistakesAreAnsweredByProblemsThatSayWhatToDo() throws Exception {
    assertProblem("/orders/" + UUID.randomUUID(), 404, "order-not-found");
    assertProblem("/orders/no:such/timeline", 404, "order-not-found");
    assertProblem("/orders?limit=0", 400, "limit-out-of-range");
    assertProblem("/orders?status=LOST", 400, "parameter-invalid");
    assertProblem("/messages/not-an-id", 400, "parameter-invalid");
    assertProblem("/messages/" + UUID.randomUUID(), 404, "message-not-found");
  }

  private void assertProblem(String path, int status, String code) throws Exception {
    HttpResponse<String> answer = call(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    JsonNode problem = json(answer.body());
    assertThat(problem.path("code").asText()).as(path).isEqualTo(code);
    assertThat(problem.path("detail").asText()).isNotBlank();
  }

  private UUID place() {
    return place(reference);
  }

  private UUID place(String as) {
    String sku = "SKU-" + UUID.randomUUID();
    hub.bean(RegisterProductHandler.class)
        .handle(new RegisterProduct(sku, "Shirt", Money.parse("10000 KRW")));
    hub.bean(ReceiveStockHandler.class)
        .handle(new ReceiveStock(sku, StockLocation.MAIN, 10, "opening", sku));
    PlaceOrderResult placed =
        hub.bean(PlaceOrderHandler.class)
            .handle(
                new PlaceOrder(
                    channel,
                    as,
                    Currency.getInstance("KRW"),
                    List.of(new OrderLine(sku, 2, Money.parse("10000 KRW"))),
                    List.of(new Charge("POST", Money.parse("3000 KRW"))),
                    new Buyer("Hong Gildong", "gildong@mail.test", "010-1234-5678", "ko", true),
                    new Address(
                        "Hong Gildong",
                        "010-1234-5678",
                        "04524",
                        "KR",
                        "Seoul",
                        "Seoul",
                        "110 Sejong-daero",
                        null),
                    null,
                    null));
    assertThat(placed).isInstanceOf(PlaceOrderResult.Placed.class);
    return ((PlaceOrderResult.Placed) placed).orderId();
  }

  private static JsonNode hop(JsonNode timeline, String kind) {
    for (JsonNode hop : timeline.path("hops")) {
      if (hop.path("kind").asText().equals(kind)) {
        return hop;
      }
    }
    throw new AssertionError("no hop of kind " + kind + " in " + timeline);
  }

  private JsonNode get(String path) throws Exception {
    HttpResponse<String> answer = call(path);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return json(answer.body());
  }

  private HttpResponse<String> call(String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(hub.url() + "/api/v1/ops" + path)).build();
    return http.send(request, BodyHandlers.ofString());
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
