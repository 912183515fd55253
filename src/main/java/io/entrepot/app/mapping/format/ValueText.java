package io.entrepot.app.mapping.format;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrepot.connectors.spi.PlainNumber;

/** A single value as it is written into a file: numbers in their digits, without an exponent. */
final class ValueText {
  private ValueText() {}

  /** Empty for what is missing or null. */
  static String of(String at, JsonNode value) throws FormatException {
    return value.isNull()
        ? ""
        : PlainNumber.text(value)
            .orElseThrow(
                () ->
                    new FormatException(
                        at
                            + ": is a number of more than "
                            + PlainNumber.DIGITS_MAX
                            + " digits when it is written out"));
  }
}
