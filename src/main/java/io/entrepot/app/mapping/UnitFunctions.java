package io.entrepot.app.mapping;

import com.fasterxml.jackson.databind.node.DecimalNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.TreeSet;

/** Weights and lengths, exact: a pound is 453.59237 g and an inch 25.4 mm by definition. */
final class UnitFunctions {
  private static final Map<String, BigDecimal> GRAMS =
      Map.of(
          "mg", new BigDecimal("0.001"),
          "g", BigDecimal.ONE,
          "kg", new BigDecimal("1000"),
          "t", new BigDecimal("1000000"),
          "oz", new BigDecimal("28.349523125"),
          "lb", new BigDecimal("453.59237"));
  private static final Map<String, BigDecimal> MILLIMETRES =
      Map.of(
          "mm", BigDecimal.ONE,
          "cm", BigDecimal.TEN,
          "m", new BigDecimal("1000"),
          "in", new BigDecimal("25.4"),
          "ft", new BigDecimal("304.8"));

  private static final int DECIMALS_MAX = 10;

  private UnitFunctions() {}

  static Function weight(Spec options) {
    return convert(options, GRAMS);
  }

  static Function length(Spec options) {
    return convert(options, MILLIMETRES);
  }

  /** {@code in} one unit, {@code to} another; with {@code decimals} rounded half up, else exact. */
  private static Function convert(Spec options, Map<String, BigDecimal> units) {
    BigDecimal in = unit(options, "in", units);
    BigDecimal to = unit(options, "to", units);
    int decimals = options.number("decimals", 0, DECIMALS_MAX, -1);
    return (value, scope) -> {
      BigDecimal number = Numbers.require(Functions.scalar(value).asText()).multiply(in);
      return DecimalNode.valueOf(
          decimals < 0 ? exact(number, to) : number.divide(to, decimals, RoundingMode.HALF_UP));
    };
  }

  private static BigDecimal exact(BigDecimal number, BigDecimal to) throws BadValue {
    try {
      BigDecimal converted = number.divide(to).stripTrailingZeros();
      return converted.scale() < 0 ? converted.setScale(0) : converted;
    } catch (ArithmeticException e) {
      throw new BadValue("has no end when it is converted; say how many 'decimals:'");
    }
  }

  private static BigDecimal unit(Spec options, String key, Map<String, BigDecimal> units) {
    BigDecimal unit = units.get(options.requireText(key));
    if (unit == null) {
      throw options.error(key, "'" + key + ":' must be one of " + new TreeSet<>(units.keySet()));
    }
    return unit;
  }
}
