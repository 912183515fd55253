package io.entrepot.app.mapping;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Plain decimal numbers: no exponent, no grouping, no white space, at most 30 digits. */
final class Numbers {
  private static final Pattern PLAIN = Pattern.compile("[+-]?\\d{1,20}(?:\\.\\d{1,10})?");

  private Numbers() {}

  /** Null when the text is no plain number. */
  static @Nullable BigDecimal parse(String text) {
    return PLAIN.matcher(text).matches() ? new BigDecimal(text) : null;
  }

  static BigDecimal require(String text) throws BadValue {
    BigDecimal number = parse(text);
    if (number == null) {
      throw new BadValue("'" + text + "' is not a number");
    }
    return number;
  }
}
