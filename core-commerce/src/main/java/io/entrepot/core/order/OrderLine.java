package io.entrepot.core.order;

import io.entrepot.core.money.Money;

/**
 * What a buyer wants of one SKU at one price; the same SKU at another price is a line of its own.
 *
 * @param quantity pieces, at least 1
 * @param unitPrice not negative, in the order's currency
 */
public record OrderLine(String skuCode, int quantity, Money unitPrice) {

  public OrderLine {
    if (quantity < 1) {
      throw new IllegalArgumentException(
          "quantity of SKU %s is %d; order at least 1".formatted(skuCode, quantity));
    }
    if (unitPrice.minor() < 0) {
      throw new IllegalArgumentException(
          "unit price of SKU %s is negative: %s".formatted(skuCode, unitPrice));
    }
  }

  public Money amount() {
    return unitPrice.times(quantity);
  }
}
