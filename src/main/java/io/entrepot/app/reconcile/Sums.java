package io.entrepot.app.reconcile;

import io.entrepot.core.money.Money;
import java.util.SortedMap;
import java.util.TreeMap;

/** Amounts added up by currency. */
final class Sums {
  private final SortedMap<String, Money> byCurrency = new TreeMap<>();

  Sums add(Money amount) {
    byCurrency.merge(amount.currency().getCurrencyCode(), amount, Money::plus);
    return this;
  }

  /** As {@code 12.50 USD + 15000 KRW}; what adds up to zero is not told. */
  @Override
  public String toString() {
    String text =
        String.join(
            " + ",
            byCurrency.values().stream()
                .filter(sum -> !sum.isZero())
                .map(Money::toString)
                .toList());
    return text.isEmpty() ? "0" : text;
  }
}
