package io.entrepot.app.mapping.expression;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A document as JSONata wants to see it, wrapped as far as it is looked at and never copied. */
interface SourceView {
  /** JSONata counts in doubles, which keep fifteen digits whatever they are. */
  int DIGITS_MAX = 15;

  long WHOLE_MAX = 1L << 53;

  JsonNode node();

  static @Nullable Object of(JsonNode node) {
    if (node.isObject()) {
      return new OfObject(node);
    }
    if (node.isArray()) {
      return new OfList(node);
    }
    if (node.isNumber()) {
      return number(node);
    }
    if (node.isBoolean()) {
      return node.booleanValue();
    }
    return node.isNull() || node.isMissingNode() ? null : node.asText();
  }

  private static Number number(JsonNode node) {
    if (node.isIntegralNumber() && node.canConvertToInt()) {
      return node.intValue();
    }
    if (node.isLong() && Math.abs(node.longValue()) <= WHOLE_MAX) {
      return node.longValue();
    }
    BigDecimal exact = node.decimalValue();
    if (node.isIntegralNumber() || exact.stripTrailingZeros().precision() > DIGITS_MAX) {
      throw new CutOff("cannot count with " + node.asText() + ": it has more than 15 digits");
    }
    return exact.doubleValue();
  }

  /** An object by its names. */
  final class OfObject extends AbstractMap<String, Object> implements SourceView {
    private final JsonNode node;

    OfObject(JsonNode node) {
      this.node = node;
    }

    @Override
    public JsonNode node() {
      return node;
    }

    @Override
    public @Nullable Object get(Object key) {
      JsonNode value = node.get(String.valueOf(key));
      return value == null ? null : of(value);
    }

    @Override
    public boolean containsKey(Object key) {
      return node.has(String.valueOf(key));
    }

    @Override
    @SuppressWarnings("NullAway") // A JSON null is a null value here, as JSONata expects it.
    public Set<Map.Entry<String, Object>> entrySet() {
      Map<String, Object> entries = new LinkedHashMap<>();
      node.properties().forEach(entry -> entries.put(entry.getKey(), of(entry.getValue())));
      return entries.entrySet();
    }
  }

  /** A list by its places. */
  final class OfList extends AbstractList<@Nullable Object> implements SourceView {
    private final JsonNode node;

    OfList(JsonNode node) {
      this.node = node;
    }

    @Override
    public JsonNode node() {
      return node;
    }

    @Override
    public @Nullable Object get(int index) {
      return of(node.get(index));
    }

    @Override
    public int size() {
      return node.size();
    }
  }
}
