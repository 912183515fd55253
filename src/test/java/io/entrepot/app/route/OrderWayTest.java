package io.entrepot.app.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.entrepot.app.message.Direction;
import io.entrepot.app.message.MessageStatus;
import io.entrepot.app.message.MessageView;
import io.entrepot.app.partner.FakePartner;
import io.entrepot.connectors.spi.ErrorClass;
import io.entrepot.connectors.spi.PartnerCall;
import io.entrepot.connectors.spi.PartnerException;
import io.entrepot.connectors.spi.RateLimit;
import io.entrepot.core.order.OrderStatus;
import io.entrepot.core.payment.PaymentQueries;
import io.entrepot.core.payment.PaymentStatus;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Every shipped route, as it stands in its file: well, twice, and with its partner down. */
class OrderWayTest {
  private static final Duration SOON = Duration.ofSeconds(120);
  private static final List<String> SUBSCRIPTIONS =
      List.of(
          "toss-payments/payment-request.outbound",
          "buyer-bot/payment-window.outbound",
          "wms/shipment.outbound",
          "mail/order-confirmation.outbound",
          "sweettracker/tracking.outbound");

  private static RouteHub hub;
  private static OrderWay way;

  private final String waybill = Long.toString(System.nanoTime());

  @BeforeAll
  static void start() {
    hub = RouteHub.start();
    way = new OrderWay(hub);
  }

  @AfterAll
  static void stop() {
    hub.close();
  }

  @Test
  void anOrderGoesItsWholeWayAndEveryPartnerIsAskedOnce() {
    UUID order = way.paid();
    way.reaches(order, OrderStatus.PROCESSING);
    way.ships(order, waybill);
    way.reaches(order, OrderStatus.SHIPPED);
    await().atMost(SOON).until(() -> RouteHub.calls(hub.carrier, order).size() == 1);
    way.tracks(waybill, "6");
    way.reaches(order, OrderStatus.DELIVERED);

    assertThat(only(hub.toss, order).body().path("amount").asText()).isEqualTo("39000 KRW");
    assertThat(only(hub.wms, order).body().path("order_no").asText()).isEqualTo(order.toString());
    await().atMost(SOON).until(() -> RouteHub.calls(hub.mail, order).size() == 1);
    assertThat(only(hub.mail, order).body().path("subject").asText()).startsWith("[주문 확인]");
    assertThat(only(hub.mail, order).body().path("text").asText()).contains("₩39,000");
    assertJournaled(order, Direction.OUT, "buyer-bot", "open-window");
    assertJournaled(order, Direction.IN, "toss-payments", "payment-return");
    assertJournaled(order, Direction.OUT, "toss-payments", "confirm-payment");
    assertJournaled(order, Direction.OUT, "wms", "create-shipment");
    assertJournaled(order, Direction.OUT, "mail", "send");
    assertJournaled(order, Direction.IN, "wms", "shipment");
    assertJournaled(order, Direction.OUT, "sweettracker", "add-invoice");
    assertJournaled(order, Direction.IN, "sweettracker", "tracking");
  }

  @Test
  void eventsDeliveredOnceMoreReachNobodyTwice() throws Exception {
    UUID order = way.paid();
    way.reaches(order, OrderStatus.PROCESSING);
    await().atMost(SOON).until(() -> RouteHub.calls(hub.mail, order).size() == 1);
    Map<FakePartner, Integer> before = callsOfAll();

    CamelContext camel = hub.bean(CamelContext.class);
    for (String route : SUBSCRIPTIONS) {
      camel.getRouteController().stopRoute(route);
    }
    hub.bean(JdbcTemplate.class)
        .update(
            "UPDATE outbox.subscription SET position = 0 WHERE name = ANY (string_to_array(?,"
                + " ','))",
            String.join(",", SUBSCRIPTIONS));
    for (String route : SUBSCRIPTIONS) {
      camel.getRouteController().startRoute(route);
    }
    await().atMost(SOON).until(OrderWayTest::allReadToTheEnd);

    assertThat(callsOfAll()).isEqualTo(before);
    assertThat(hub.bean(PaymentQueries.class).byOrder(order)).hasSize(1);
  }

  @Test
  void noticesThatComeTwiceWorkOnce() {
    UUID order = way.paid();
    way.reaches(order, OrderStatus.PROCESSING);

    way.returns(order, "return-" + order);
    way.returns(order, "another-return-" + order);
    way.ships(order, waybill);
    way.reaches(order, OrderStatus.SHIPPED);
    hub.notice("wms", "shipment", "again-" + waybill, shippedAgain(order));
    way.tracks(waybill, "6");
    way.reaches(order, OrderStatus.DELIVERED);

    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(hub.messages(order))
                    .filteredOn(m -> m.direction() == Direction.IN)
                    .hasSize(5)
                    .allMatch(m -> m.status() == MessageStatus.DONE));
    assertThat(RouteHub.calls(hub.toss, order)).hasSize(1);
  }

  @Test
  void aPartnerThatIsDownForAMomentGetsTheSameMessageLater() {
    hub.buyer.failing(FakePartner.down());
    UUID order = way.place();
    way.approve();
    hub.wms.failing(order, FakePartner.down());
    hub.mail.failing(order, FakePartner.down());
    way.returns(order, "return-" + order);
    way.reaches(order, OrderStatus.PROCESSING);
    hub.carrier.failing(order, FakePartner.down());
    way.ships(order, waybill);

    assertTriedTwice(hub.buyer, "buyer-bot", "open-window", order);
    assertTriedTwice(hub.wms, "wms", "create-shipment", order);
    assertTriedTwice(hub.mail, "mail", "send", order);
    assertTriedTwice(hub.carrier, "sweettracker", "add-invoice", order);
  }

  @Test
  void aSuspendedRouteWaitsAndGoesOnWhereItWas() throws Exception {
    CamelContext camel = hub.bean(CamelContext.class);
    camel.getRouteController().suspendRoute("wms/shipment.outbound");
    UUID order = way.paid();
    await().atMost(SOON).until(() -> RouteHub.calls(hub.mail, order).size() == 1);
    assertThat(RouteHub.calls(hub.wms, order)).isEmpty();

    camel.getRouteController().resumeRoute("wms/shipment.outbound");

    way.reaches(order, OrderStatus.PROCESSING);
  }

  @Test
  void mailsThatWaitForTheirLimitDelayNoOrder() {
    hub.mail.limited(new RateLimit(1, Duration.ofSeconds(5)));
    List<UUID> orders = Stream.generate(way::paid).limit(4).toList();
    orders.forEach(order -> way.reaches(order, OrderStatus.PROCESSING));

    assertThat(orders.stream().filter(order -> !RouteHub.calls(hub.mail, order).isEmpty()))
        .hasSizeLessThan(4);

    hub.mail.limited(RateLimit.UNLIMITED);
    orders.forEach(order -> assertJournaled(order, Direction.OUT, "mail", "send"));
  }

  @Test
  void aPaymentThatTimesOutIsUnknownUntilTheResolverHasAsked() {
    UUID order = way.place();
    way.approve();
    hub.toss.failing(
        order, new PartnerException(ErrorClass.TIMEOUT, "NO_ANSWER", "no answer in 10 s"));
    way.returns(order, "return-" + order);
    await()
        .atMost(SOON)
        .until(
            () ->
                hub.bean(PaymentQueries.class).byOrder(order).get(0).status()
                    == PaymentStatus.UNKNOWN);

    await()
        .atMost(SOON)
        .until(
            () -> {
              ((Runnable) hub.bean("resolveUnknownPayments")).run();
              return way.status(order) != OrderStatus.PAYMENT_PROCESSING;
            });

    way.reaches(order, OrderStatus.CONFIRMED, OrderStatus.PROCESSING);
    assertThat(hub.message(Direction.OUT, "toss-payments", "lookup-payment", order)).isPresent();
  }

  @Test
  void trackingThatIsFasterThanTheWarehouseWaitsForIt() {
    UUID order = way.paid();
    way.reaches(order, OrderStatus.PROCESSING);
    way.tracks(waybill, "6");
    way.ships(order, waybill);

    way.reaches(order, OrderStatus.DELIVERED);
  }

  @Test
  void aNoticeThatNoMappingTakesIsADeadLetterThatSaysWhy() {
    String key = "bad-" + waybill;
    hub.notice("wms", "shipment", key, Map.of("event", "shipment.lost", "order_no", "x"));

    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(hub.latest())
                    .filteredOn(m -> m.idempotencyKey().equals(key))
                    .singleElement()
                    .satisfies(
                        m -> {
                          assertThat(m.status()).isEqualTo(MessageStatus.DEAD);
                          assertThat(m.errorClass()).isEqualTo("MAPPING");
                          assertThat(m.errorText()).contains("is no shipment.shipped notice");
                        }));
  }

  private Map<String, ?> shippedAgain(UUID order) {
    return Map.of(
        "event",
        "shipment.shipped",
        "shipment_id",
        "WS-" + waybill,
        "order_no",
        order.toString(),
        "carrier",
        "04",
        "tracking_no",
        waybill,
        "shipped_at",
        "2026-11-21T15:04:05+09:00");
  }

  private static PartnerCall only(FakePartner partner, UUID order) {
    List<PartnerCall> calls = RouteHub.calls(partner, order);
    assertThat(calls).as(partner.id()).hasSize(1);
    return calls.get(0);
  }

  private static void assertJournaled(UUID order, Direction to, String partner, String document) {
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(hub.message(to, partner, document, order))
                    .as("%s %s %s", to, partner, document)
                    .map(MessageView::status)
                    .contains(MessageStatus.DONE));
  }

  private static void assertTriedTwice(
      FakePartner partner, String id, String operation, UUID order) {
    assertJournaled(order, Direction.OUT, id, operation);
    assertThat(hub.message(Direction.OUT, id, operation, order).orElseThrow().attempts())
        .isEqualTo(2);
    assertThat(RouteHub.calls(partner, order))
        .hasSize(2)
        .extracting(PartnerCall::idempotencyKey)
        .containsOnly(RouteHub.calls(partner, order).get(0).idempotencyKey());
  }

  private static Map<FakePartner, Integer> callsOfAll() {
    return List.of(hub.toss, hub.buyer, hub.wms, hub.mail, hub.carrier).stream()
        .collect(Collectors.toMap(partner -> partner, partner -> partner.calls().size()));
  }

  private static boolean allReadToTheEnd() {
    Integer behind =
        hub.bean(JdbcTemplate.class)
            .queryForObject(
                """
                SELECT count(*) FROM outbox.subscription s JOIN outbox.event e
                  ON e.name = s.event AND e.position > s.position
                 WHERE s.name = ANY (string_to_array(?, ','))
                """,
                Integer.class,
                String.join(",", SUBSCRIPTIONS));
    return behind != null && behind == 0;
  }
}
