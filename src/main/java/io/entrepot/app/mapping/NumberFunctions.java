package io.entrepot.app.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.LongNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Numbers: whole, decimal, and the sum of many. */
final class NumberFunctions {
  private static final int DECIMALS_MAX = 10;

  private NumberFunctions() {}

  /** The least and the greatest number that is accepted. */
  private record Bounds(@Nullable BigDecimal min, @Nullable BigDecimal max) {
    static Bounds of(Spec options) {
      return new Bounds(number(options, "min"), number(options, "max"));
    }

    void check(BigDecimal number) throws BadValue {
      if (min != null && number.compareTo(min) < 0) {
        throw new BadValue(number.toPlainString() + " is less than " + min.toPlainString());
      }
      if (max != null && number.compareTo(max) > 0) {
        throw new BadValue(number.toPlainString() + " is more than " + max.toPlainString());
      }
    }

    boolean none() {
      return min == null && max == null;
    }
  }

  static Function integer(Spec options) {
    Bounds bounds = Bounds.of(options);
    return (value, scope) -> {
      if (bounds.none() && value.isIntegralNumber() && value.canConvertToLong()) {
        return value;
      }
      String text = Functions.scalar(value).asText();
      if (bounds.none() && Numbers.shortWhole(text)) {
        return LongNode.valueOf(Long.parseLong(text));
      }
      return checked(text, bounds);
    };
  }

  private static JsonNode checked(String text, Bounds bounds) throws BadValue {
    BigDecimal number = Numbers.parse(text);
    if (number == null && Numbers.tooLong(text)) {
      number = Numbers.require(text);
    }
    if (number == null || number.stripTrailingZeros().scale() > 0) {
      throw new BadValue("'" + text + "' is not a whole number");
    }
    bounds.check(number);
    try {
      return LongNode.valueOf(number.longValueExact());
    } catch (ArithmeticException e) {
      throw new BadValue("'" + text + "' does not fit: at most " + Long.MAX_VALUE);
    }
  }

  /** With {@code decimals}, finer numbers are refused, or rounded where {@code round} says how. */
  static Function decimal(Spec options) {
    Bounds bounds = Bounds.of(options);
    int decimals = options.number("decimals", 0, DECIMALS_MAX, -1);
    String round = options.text("round");
    RoundingMode mode = round == null ? RoundingMode.UNNECESSARY : rounding(options, round);
    return (value, scope) -> {
      BigDecimal number = Numbers.require(Functions.scalar(value).asText());
      bounds.check(number);
      return DecimalNode.valueOf(decimals < 0 ? number : scaled(number, decimals, mode));
    };
  }

  static BigDecimal scaled(BigDecimal number, int decimals, RoundingMode mode) throws BadValue {
    try {
      return number.setScale(decimals, mode);
    } catch (ArithmeticException e) {
      throw new BadValue(
          number.toPlainString() + " has more than " + decimals + " decimals; say how to 'round:'");
    }
  }

  /** A sum of numbers, times a factor, rounded to a whole. */
  static Function sum(Spec options) {
    BigDecimal times = number(options, "times");
    String round = options.text("round");
    RoundingMode mode = round == null ? RoundingMode.UNNECESSARY : rounding(options, round);
    return (list, scope) -> {
      BigDecimal sum = BigDecimal.ZERO;
      for (JsonNode item : list) {
        sum = sum.add(Numbers.require(item.asText()));
      }
      return total(times == null ? sum : sum.multiply(times), mode);
    };
  }

  private static JsonNode total(BigDecimal sum, RoundingMode mode) throws BadValue {
    try {
      return LongNode.valueOf(sum.setScale(0, mode).longValueExact());
    } catch (ArithmeticException e) {
      throw new BadValue("the sum " + sum.toPlainString() + " is not a whole number");
    }
  }

  static RoundingMode rounding(Spec options, String round) {
    return switch (round) {
      case "up" -> RoundingMode.CEILING;
      case "down" -> RoundingMode.FLOOR;
      case "half-up" -> RoundingMode.HALF_UP;
      default -> throw options.error("round", "'round: " + round + "' must be up, down or half-up");
    };
  }

  private static @Nullable BigDecimal number(Spec options, String key) {
    String text = options.text(key);
    BigDecimal number = text == null ? null : Numbers.parse(text);
    if (text != null && number == null) {
      throw options.error(key, "'" + key + ":' must be a number");
    }
    return number;
  }
}
