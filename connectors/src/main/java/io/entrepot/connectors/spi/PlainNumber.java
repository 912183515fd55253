package io.entrepot.connectors.spi;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Numbers written out in digits, without an exponent. {@code 1e999999999} is short to send and a
 * gigabyte to write out, so every number from outside has to fit before it is written or counted
 * with.
 */
public final class PlainNumber {
  /** On either side of the point. */
  public static final int DIGITS_MAX = 1_000;

  private PlainNumber() {}

  public static boolean fits(BigDecimal number) {
    return Math.abs((long) number.scale()) <= DIGITS_MAX && number.precision() <= DIGITS_MAX;
  }

  /**
   * A single JSON value as text, a number in its digits; empty if it has more than {@link
   * #DIGITS_MAX}.
   */
  public static Optional<String> text(JsonNode value) {
    if (!value.isBigDecimal()) {
      return Optional.of(value.asText());
    }
    BigDecimal number = value.decimalValue();
    return fits(number) ? Optional.of(number.toPlainString()) : Optional.empty();
  }
}
