package io.entrepot.app.console;

import io.entrepot.core.order.OrderStatus;

/** Marks of orders. */
final class OrderPills {
  private OrderPills() {}

  static StatusPill of(OrderStatus status) {
    var mark =
        switch (status) {
          case PENDING -> "wait";
          case PAYMENT_PROCESSING, CONFIRMED, PROCESSING, SHIPPED -> "run";
          case DELIVERED, COMPLETED -> "ok";
          case CANCELLED -> "paused";
          case RETURNED -> "warn";
        };
    return new StatusPill(mark, "order.status." + status);
  }
}
