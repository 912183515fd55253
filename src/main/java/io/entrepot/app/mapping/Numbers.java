package io.entrepot.app.mapping;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Plain decimal numbers: no exponent, no grouping, no white space, at most 30 digits. */
final class Numbers {
  private static final int WHOLE_DIGITS_MAX = 20;
  private static final int DECIMALS_MAX = 10;
  private static final int LONG_DIGITS_ALWAYS = 18;
  private static final Pattern DIGITS = Pattern.compile("[+-]?\\d+(?:\\.\\d+)?");

  private Numbers() {}

  /** Null when the text is no plain number. */
  static @Nullable BigDecimal parse(String text) {
    return plain(text) ? new BigDecimal(text) : null;
  }

  static BigDecimal require(String text) throws BadValue {
    if (!plain(text)) {
      throw new BadValue("'" + text + "' " + (tooLong(text) ? SIZE : "is not a number"));
    }
    return new BigDecimal(text);
  }

  private static final String SIZE =
      "does not fit: at most "
          + WHOLE_DIGITS_MAX
          + " digits before the point and "
          + DECIMALS_MAX
          + " after it";

  /** A number as it is written, but with more digits than are counted. */
  static boolean tooLong(String text) {
    return DIGITS.matcher(text).matches();
  }

  /** Whether it is a whole number so short that it fits without a look. */
  static boolean shortWhole(String text) {
    int from = text.startsWith("-") ? 1 : 0;
    int length = text.length();
    return length > from && length - from <= LONG_DIGITS_ALWAYS && digits(text, from) == length;
  }

  private static boolean plain(String text) {
    int from = text.startsWith("+") || text.startsWith("-") ? 1 : 0;
    int point = digits(text, from);
    int whole = point - from;
    if (whole < 1 || whole > WHOLE_DIGITS_MAX || point == text.length()) {
      return whole >= 1 && whole <= WHOLE_DIGITS_MAX;
    }
    int end = digits(text, point + 1);
    int decimals = end - point - 1;
    return text.charAt(point) == '.'
        && end == text.length()
        && decimals >= 1
        && decimals <= DECIMALS_MAX;
  }

  /** The end of the ASCII digits that begin there. */
  private static int digits(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return at;
  }
}
