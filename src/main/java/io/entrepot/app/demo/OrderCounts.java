package io.entrepot.app.demo;

import io.entrepot.core.order.OrderStatus;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** How far the orders of a file have come. */
record OrderCounts(Map<OrderStatus, Long> byStatus) {
  private static final Set<OrderStatus> ENDED =
      EnumSet.of(
          OrderStatus.DELIVERED,
          OrderStatus.COMPLETED,
          OrderStatus.CANCELLED,
          OrderStatus.RETURNED);

  OrderCounts {
    byStatus = Map.copyOf(byStatus);
  }

  long in(OrderStatus status) {
    return byStatus.getOrDefault(status, 0L);
  }

  long onTheirWay() {
    return byStatus.entrySet().stream()
        .filter(entry -> !ENDED.contains(entry.getKey()))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  long delivered() {
    return in(OrderStatus.DELIVERED) + in(OrderStatus.COMPLETED) + in(OrderStatus.RETURNED);
  }

  long shipped() {
    return delivered() + in(OrderStatus.SHIPPED);
  }

  long paid() {
    return shipped() + in(OrderStatus.PROCESSING) + in(OrderStatus.CONFIRMED);
  }

  String line() {
    return "paid %d, shipped %d, delivered %d, cancelled %d, on their way %d"
        .formatted(paid(), shipped(), delivered(), in(OrderStatus.CANCELLED), onTheirWay());
  }
}
