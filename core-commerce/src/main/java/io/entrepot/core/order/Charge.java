package io.entrepot.core.order;

import io.entrepot.core.money.Money;

/**
 * An amount beside the goods: postage, a fee, or a discount when negative.
 *
 * @param code 1 to 64 characters, such as {@code POST}
 */
public record Charge(String code, Money amount) {

  public Charge {
    if (code.isBlank() || code.length() > 64) {
      throw new IllegalArgumentException(
          "charge code '%s' must have 1 to 64 characters".formatted(code));
    }
  }
}
