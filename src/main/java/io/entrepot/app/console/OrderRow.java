package io.entrepot.app.console;

import io.entrepot.core.order.OrderSummary;

/** An order of a list, with its mark. */
record OrderRow(OrderSummary order, StatusPill pill) {
  static OrderRow of(OrderSummary order) {
    return new OrderRow(order, OrderPills.of(order.status()));
  }
}
