package io.entrepot.core.order;

import io.entrepot.core.money.Money;

/** What an order adds up to. */
record OrderAmounts(Money lines, Money charges) {

  static OrderAmounts of(PlaceOrder command) {
    return new OrderAmounts(
        Money.sum(command.lines().stream().map(OrderLine::amount).toList(), command.currency()),
        Money.sum(command.charges().stream().map(Charge::amount).toList(), command.currency()));
  }

  Money total() {
    return lines.plus(charges);
  }
}
