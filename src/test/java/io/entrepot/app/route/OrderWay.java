package io.entrepot.app.route;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.entrepot.connectors.spi.PartnerCall;
import io.entrepot.core.order.OrderQueries;
import io.entrepot.core.order.OrderStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Takes an order from step to step, as its partners would. */
final class OrderWay {
  private static final Duration SOON = Duration.ofSeconds(120);

  private final RouteHub hub;

  OrderWay(RouteHub hub) {
    this.hub = hub;
  }

  UUID place() {
    return SampleOrder.place(hub::bean);
  }

  /** The call that opened the buyer's window. */
  PartnerCall window(UUID order) {
    await().atMost(SOON).until(() -> !RouteHub.calls(hub.buyer, order).isEmpty());
    return RouteHub.calls(hub.buyer, order).get(0);
  }

  void approve() {
    hub.toss.answering(
        JsonNodeFactory.instance
            .objectNode()
            .put("result", "APPROVED")
            .put("providerKey", "tviva-1")
            .put("amount", SampleOrder.PRICE.toString())
            .put("at", Instant.now().toString()));
  }

  void returns(UUID order, String key) {
    hub.notice(
        "toss-payments",
        "payment-return",
        key,
        Map.of("orderId", paymentId(order), "paymentKey", "tviva-" + order, "amount", "39000"));
  }

  String paymentId(UUID order) {
    return window(order).body().findValuesAsText("orderId").get(0);
  }

  UUID paid() {
    UUID order = place();
    approve();
    returns(order, "return-" + order);
    reaches(order, OrderStatus.CONFIRMED, OrderStatus.PROCESSING);
    return order;
  }

  void ships(UUID order, String waybill) {
    hub.notice(
        "wms",
        "shipment",
        "shipped-" + waybill,
        Map.of(
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
            "2026-11-21T15:04:05+09:00"));
  }

  void tracks(String waybill, String level) {
    hub.notice(
        "sweettracker",
        "tracking",
        waybill + "-" + level,
        Map.of(
            "comcode",
            "04",
            "invoice_no",
            waybill,
            "level",
            level,
            "time_trans",
            "2026-11-22 10:30:00"));
  }

  void reaches(UUID order, OrderStatus... any) {
    await().atMost(SOON).until(() -> List.of(any).contains(status(order)));
  }

  OrderStatus status(UUID order) {
    return hub.bean(OrderQueries.class).find(order).orElseThrow().status();
  }
}
