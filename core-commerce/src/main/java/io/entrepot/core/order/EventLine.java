package io.entrepot.core.order;

import io.entrepot.core.money.Money;

/** A line in an event. */
public record EventLine(int lineNo, String sku, int quantity, Money unitPrice, Money amount) {

  static EventLine of(PlacedLine line) {
    return new EventLine(
        line.lineNo(), line.sku(), line.quantity(), line.unitPrice(), line.amount());
  }
}
