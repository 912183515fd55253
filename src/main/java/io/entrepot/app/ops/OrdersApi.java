package io.entrepot.app.ops;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.entrepot.app.message.Masker;
import io.entrepot.core.order.OrderFilter;
import io.entrepot.core.order.OrderQueries;
import io.entrepot.core.order.OrderStatus;
import io.entrepot.core.order.OrderView;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/ops/orders}; an id is an order's own, or {@code channel:reference}. */
@RestController
@RequestMapping("/api/v1/ops/orders")
class OrdersApi {
  private final OrderQueries orders;
  private final OrderFinder finder;
  private final OrderTimelines timelines;
  private final ObjectMapper json;

  OrdersApi(OrderQueries orders, OrderFinder finder, OrderTimelines timelines, ObjectMapper json) {
    this.orders = orders;
    this.finder = finder;
    this.timelines = timelines;
    this.json = json;
  }

  /** Newest first. */
  @GetMapping
  Page<OrderRow> list(
      @RequestParam(required = false) @Nullable OrderStatus status,
      @RequestParam(required = false) @Nullable String channel,
      @RequestParam(required = false) @Nullable UUID batch,
      @RequestParam(required = false) @Nullable UUID before,
      @RequestParam(defaultValue = "50") int limit) {
    Page.checkLimit(limit);
    List<OrderRow> rows =
        orders.list(new OrderFilter(status, channel, batch), before, limit).stream()
            .map(OrderRow::of)
            .toList();
    return Page.of(rows, limit, OrderRow::orderId);
  }

  @GetMapping("/{id}")
  OrderDetail show(@PathVariable String id) {
    return detail(finder.require(id));
  }

  @GetMapping("/{id}/timeline")
  OrderTimeline timeline(@PathVariable String id) {
    return timelines.of(finder.require(id));
  }

  /** The same for whoever has {@code channel:reference}, which may hold what a path cannot. */
  @GetMapping(path = "/timeline", params = "of")
  OrderTimeline timelineOf(@RequestParam String of) {
    return timelines.of(finder.require(of));
  }

  private OrderDetail detail(OrderView order) {
    return new OrderDetail(
        order.orderId(),
        order.channel(),
        order.reference(),
        order.status(),
        order.total().toString(),
        lines(order),
        order.charges().stream()
            .map(charge -> new OrderDetail.Extra(charge.code(), charge.amount().toString()))
            .toList(),
        Masker.mask(json.valueToTree(order.buyer())),
        Masker.mask(json.valueToTree(order.shipTo())),
        order.batchId(),
        order.partnerOrderDate(),
        order.placedAt(),
        order.expiresAt(),
        order.confirmedAt(),
        order.updatedAt());
  }

  private static List<OrderDetail.Line> lines(OrderView order) {
    return order.lines().stream()
        .map(
            line ->
                new OrderDetail.Line(
                    line.lineNo(),
                    line.sku(),
                    line.name(),
                    line.quantity(),
                    line.unitPrice().toString(),
                    line.amount().toString()))
        .toList();
  }
}
