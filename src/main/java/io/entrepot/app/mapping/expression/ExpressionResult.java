package io.entrepot.app.mapping.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an expression gave, as JSON; its size and depth have been looked at before. */
final class ExpressionResult {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final MathContext DIGITS = new MathContext(SourceView.DIGITS_MAX);

  private ExpressionResult() {}

  static JsonNode json(@Nullable Object value) {
    if (value == null) {
      return NODES.nullNode();
    }
    if (value instanceof SourceView view) {
      return view.node();
    }
    if (value instanceof String text) {
      return NODES.textNode(text);
    }
    if (value instanceof Boolean bool) {
      return NODES.booleanNode(bool);
    }
    if (value instanceof Number number) {
      return number(number);
    }
    return composed(value);
  }

  private static JsonNode composed(Object value) {
    if (value instanceof List<?> list) {
      ArrayNode array = NODES.arrayNode(list.size());
      list.forEach(item -> array.add(json(item)));
      return array;
    }
    if (value instanceof Map<?, ?> map) {
      ObjectNode object = NODES.objectNode();
      map.forEach((key, member) -> object.set(String.valueOf(key), json(member)));
      return object;
    }
    throw new CutOff("gives a function, not a value; call it with ()");
  }

  /** Rounded to the digits a double keeps, so that 0.1 + 0.2 is 0.3. */
  private static JsonNode number(Number number) {
    double value = number.doubleValue();
    if (Double.isNaN(value) || Math.abs(value) >= SourceView.WHOLE_MAX) {
      throw new CutOff("gives " + value + ", more than can be counted exactly");
    }
    if (value == Math.rint(value)) {
      return NODES.numberNode((long) value);
    }
    return DecimalNode.valueOf(new BigDecimal(value).round(DIGITS).stripTrailingZeros());
  }
}
