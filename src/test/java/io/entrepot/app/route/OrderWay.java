package io.entrepot.app.route;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.entrepot.connectors.spi.PartnerCall;
import io.entrepot.core.catalog.RegisterProduct;
import io.entrepot.core.catalog.RegisterProductHandler;
import io.entrepot.core.inventory.ReceiveStock;
import io.entrepot.core.inventory.ReceiveStockHandler;
import io.entrepot.core.inventory.StockLocation;
import io.entrepot.core.money.Money;
import io.entrepot.core.order.Address;
import io.entrepot.core.order.Buyer;
import io.entrepot.core.order.OrderLine;
import io.entrepot.core.order.OrderQueries;
import io.entrepot.core.order.OrderStatus;
import io.entrepot.core.order.PlaceOrder;
import io.entrepot.core.order.PlaceOrderHandler;
import io.entrepot.core.order.PlaceOrderResult;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Takes an order from step to step, as its partners would. */
final class OrderWay {
  private static final String SKU = "KNIT-01-M";
  private static final Money PRICE = Money.of(39_000, "KRW");
  private static final Duration SOON = Duration.ofSeconds(120);

  private final RouteHub hub;

  OrderWay(RouteHub hub) {
    this.hub = hub;
    hub.bean(RegisterProductHandler.class).handle(new RegisterProduct(SKU, "Knit", PRICE));
    hub.bean(ReceiveStockHandler.class)
        .handle(new ReceiveStock(SKU, StockLocation.MAIN, 1000, "opening", "opening"));
  }

  UUID place() {
    PlaceOrderResult placed =
        hub.bean(PlaceOrderHandler.class)
            .handle(
                new PlaceOrder(
                    "sample",
                    "S-" + UUID.randomUUID(),
                    Currency.getInstance("KRW"),
                    List.of(new OrderLine(SKU, 1, PRICE)),
                    List.of(),
                    new Buyer("김서연", "seoyeon@example.test", "+821012345678", "ko", false),
                    new Address(
                        "김서연", "+821012345678", "04524", "KR", "서울특별시", "중구", "세종대로 110", null),
                    null,
                    null));
    return ((PlaceOrderResult.Placed) placed).orderId();
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
            .put("amount", PRICE.toString())
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
