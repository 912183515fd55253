package io.entrepot.app.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The functions of {@code as:}, by name. */
final class Functions {

  /** Builds a function from the options that stand beside {@code as:}. */
  @FunctionalInterface
  interface Maker {
    Function make(Spec options, Place place, Compiling compiling);
  }

  private static final Map<String, Maker> BY_NAME = new TreeMap<>();

  static {
    BY_NAME.put("text", (o, p, c) -> (value, scope) -> text(scalar(value).asText().strip()));
    BY_NAME.put("upper", (o, p, c) -> (v, s) -> text(scalar(v).asText().toUpperCase(Locale.ROOT)));
    BY_NAME.put("lower", (o, p, c) -> (v, s) -> text(scalar(v).asText().toLowerCase(Locale.ROOT)));
    BY_NAME.put("boolean", (o, p, c) -> (value, scope) -> bool(scalar(value).asText()));
    BY_NAME.put("integer", (o, p, c) -> integer(Bounds.of(o)));
    BY_NAME.put("decimal", (o, p, c) -> decimal(Bounds.of(o)));
    BY_NAME.put("code", Functions::code);
    BY_NAME.put("money", MoneyFunctions::money);
    BY_NAME.put("amount", (o, p, c) -> MoneyFunctions::amount);
    BY_NAME.put("currency", (o, p, c) -> MoneyFunctions::currency);
    BY_NAME.put("instant", (o, p, c) -> TimeFunctions.instant(o));
    BY_NAME.put("time", (o, p, c) -> TimeFunctions.time(o));
    BY_NAME.put("sum", (o, p, c) -> sum(o));
    BY_NAME.put("count", (o, p, c) -> (value, scope) -> LongNode.valueOf(value.size()));
    BY_NAME.put("first", (o, p, c) -> (value, scope) -> first(value));
    BY_NAME.put("join", (o, p, c) -> join(o.requireText("with")));
  }

  private Functions() {}

  /** A value without {@code as:} is taken as it is, whatever it is. */
  static Function of(Spec spec, Place place, Compiling compiling) {
    String name = spec.text("as");
    if (name == null) {
      return (value, scope) -> value;
    }
    Maker maker = BY_NAME.get(name);
    if (maker == null) {
      throw spec.error("there is no function '" + name + "'; there are " + BY_NAME.keySet());
    }
    return maker.make(spec, place, compiling);
  }

  private static Function code(Spec options, Place place, Compiling compiling) {
    CodeTable table = compiling.tables().require(options.requireText("table"), options);
    table.codes().stream()
        .map(code -> table.inline() ? table.hitPoint(code) : table.hitPoint("*"))
        .forEach(compiling::needsExample);
    if (!table.inline()) {
      compiling.needsExample(table.missPoint());
    }
    return (value, scope) -> table.translate(value, scope.run());
  }

  private static Function integer(Bounds bounds) {
    return (value, scope) -> {
      BigDecimal number = Numbers.parse(scalar(value).asText());
      try {
        long whole = number == null ? 0 : number.longValueExact();
        if (number != null) {
          bounds.check(number);
          return LongNode.valueOf(whole);
        }
      } catch (ArithmeticException e) {
        // Said below, as of any other text.
      }
      throw new BadValue("'" + Run.shown(value) + "' is not a whole number");
    };
  }

  private static Function decimal(Bounds bounds) {
    return (value, scope) -> {
      BigDecimal number = Numbers.require(scalar(value).asText());
      bounds.check(number);
      return DecimalNode.valueOf(number);
    };
  }

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
  }

  private static @Nullable BigDecimal number(Spec options, String key) {
    String text = options.text(key);
    BigDecimal number = text == null ? null : Numbers.parse(text);
    if (text != null && number == null) {
      throw options.error("'" + key + ":' must be a number");
    }
    return number;
  }

  /** A sum of whole numbers, times a factor, rounded {@code up} or {@code down} to a whole. */
  private static Function sum(Spec options) {
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

  private static RoundingMode rounding(Spec options, String round) {
    return switch (round) {
      case "up" -> RoundingMode.CEILING;
      case "down" -> RoundingMode.FLOOR;
      case "half-up" -> RoundingMode.HALF_UP;
      default -> throw options.error("'round: " + round + "' must be up, down or half-up");
    };
  }

  private static JsonNode first(JsonNode list) throws BadValue {
    if (!list.isArray() || list.isEmpty()) {
      throw new BadValue("is empty");
    }
    return list.get(0);
  }

  private static Function join(String with) {
    return (list, scope) -> {
      StringBuilder text = new StringBuilder();
      for (JsonNode item : list) {
        text.append(text.isEmpty() ? "" : with).append(scalar(item).asText());
      }
      return text(text.toString());
    };
  }

  private static JsonNode bool(String text) throws BadValue {
    if (!text.equals("true") && !text.equals("false")) {
      throw new BadValue("'" + text + "' is neither true nor false");
    }
    return BooleanNode.valueOf(text.equals("true"));
  }

  static TextNode text(String text) {
    return JsonNodeFactory.instance.textNode(text);
  }

  static JsonNode scalar(JsonNode value) throws BadValue {
    if (!value.isValueNode()) {
      throw new BadValue("is " + (value.isArray() ? "a list" : "an object") + ", not one value");
    }
    return value;
  }
}
