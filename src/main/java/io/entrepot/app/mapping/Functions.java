package io.entrepot.app.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
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
    BY_NAME.put("integer", (o, p, c) -> NumberFunctions.integer(o));
    BY_NAME.put("decimal", (o, p, c) -> NumberFunctions.decimal(o));
    BY_NAME.put("code", Functions::code);
    BY_NAME.put("money", MoneyFunctions::money);
    BY_NAME.put("amount", (o, p, c) -> MoneyFunctions::amount);
    BY_NAME.put("currency", (o, p, c) -> MoneyFunctions::currency);
    BY_NAME.put("instant", (o, p, c) -> TimeFunctions.instant(o));
    BY_NAME.put("date", (o, p, c) -> TimeFunctions.date(o));
    BY_NAME.put("time", (o, p, c) -> TimeFunctions.time(o));
    BY_NAME.put("sum", (o, p, c) -> NumberFunctions.sum(o));
    BY_NAME.put("count", (o, p, c) -> (value, scope) -> LongNode.valueOf(value.size()));
    BY_NAME.put("first", (o, p, c) -> (value, scope) -> first(value));
    BY_NAME.put("pad", (o, p, c) -> TextFunctions.pad(o));
    BY_NAME.put("substring", (o, p, c) -> TextFunctions.substring(o));
    BY_NAME.put("replace", (o, p, c) -> TextFunctions.replace(o));
    BY_NAME.put("split", (o, p, c) -> TextFunctions.split(o));
    BY_NAME.put("fits", (o, p, c) -> TextFunctions.fits(o));
    BY_NAME.put("normalise", (o, p, c) -> WidthFunctions.normalise(o));
    BY_NAME.put("phone", (o, p, c) -> WidthFunctions.phone(o));
    BY_NAME.put("weight", (o, p, c) -> UnitFunctions.weight(o));
    BY_NAME.put("length", (o, p, c) -> UnitFunctions.length(o));
    BY_NAME.put("join", (o, p, c) -> join(o.requireText("with")));
  }

  private Functions() {}

  /**
   * Null without {@code as:}: the value is taken as it is, whatever it is. Of several functions
   * each takes what the one before it gave.
   */
  static @Nullable Function of(Spec spec, Place place, Compiling compiling) {
    JsonNode as = spec.find("as");
    if (as == null) {
      return null;
    }
    if (!as.isArray()) {
      return named(spec.requireText("as"), spec, place, compiling);
    }
    List<Function> all = new ArrayList<>();
    spec.texts("as").forEach(name -> all.add(named(name, spec, place, compiling)));
    return (value, scope) -> {
      JsonNode at = value;
      for (Function function : all) {
        at = function.apply(at, scope);
      }
      return at;
    };
  }

  private static Function named(String name, Spec spec, Place place, Compiling compiling) {
    Maker maker = BY_NAME.get(name);
    if (maker == null) {
      throw spec.error("as", "there is no function '" + name + "'; there are " + BY_NAME.keySet());
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
