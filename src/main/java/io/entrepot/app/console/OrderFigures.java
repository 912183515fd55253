package io.entrepot.app.console;

import io.entrepot.core.order.OrderQueries;
import io.entrepot.core.order.OrderStatus;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How many orders stand where. */
@Component
final class OrderFigures implements LiveTopic {
  private final Glance<Counts> glance;

  OrderFigures(OrderQueries orders, Clock clock) {
    this.glance = new Glance<>(() -> new Counts(orders.countByStatus()), clock);
  }

  Counts now() {
    return glance.now();
  }

  @Override
  public String name() {
    return "orders";
  }

  @Override
  public Object state(@Nullable UUID id) {
    return now();
  }

  record Counts(Map<OrderStatus, Long> byStatus) {
    public long of(OrderStatus status) {
      return byStatus.getOrDefault(status, 0L);
    }

    /** Delivered, and accepted or not yet. */
    public long ended() {
      return of(OrderStatus.DELIVERED) + of(OrderStatus.COMPLETED);
    }

    /** Neither ended nor given up. */
    public long underway() {
      return all() - ended() - of(OrderStatus.CANCELLED) - of(OrderStatus.RETURNED);
    }

    public long all() {
      return byStatus.values().stream().mapToLong(Long::longValue).sum();
    }
  }
}
