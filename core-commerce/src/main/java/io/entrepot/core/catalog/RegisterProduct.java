package io.entrepot.core.catalog;

import io.entrepot.core.money.Money;

/**
 * Makes a product known, or changes its name and price; the code is its identity.
 *
 * @param skuCode 1 to 64 characters
 * @param name 1 to 100 characters
 * @param price not negative
 */
public record RegisterProduct(String skuCode, String name, Money price) {

  public RegisterProduct {
    requireLength("SKU code", skuCode, 64);
    requireLength("name of SKU " + skuCode, name, 100);
    if (price.minor() < 0) {
      throw new IllegalArgumentException("the price of SKU " + skuCode + " is negative: " + price);
    }
  }

  private static void requireLength(String what, String text, int atMost) {
    if (text.isBlank() || text.codePointCount(0, text.length()) > atMost) {
      throw new IllegalArgumentException(
          "the %s must have 1 to %d characters, not %d".formatted(what, atMost, text.length()));
    }
  }
}
