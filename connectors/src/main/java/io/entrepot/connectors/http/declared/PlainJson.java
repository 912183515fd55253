package io.entrepot.connectors.http.declared;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A document written in YAML. Only {@code true}, {@code false}, {@code null} and plain decimal
 * numbers without quotes are anything but text: {@code NO} and {@code 012} stay what they are.
 */
final class PlainJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private PlainJson() {}

  /** An empty object if there is no place. */
  static JsonNode of(Optional<YamlPlace> place) {
    return place.map(PlainJson::of).orElseGet(NODES::objectNode);
  }

  static JsonNode of(YamlPlace place) {
    if (place.isMap()) {
      ObjectNode object = NODES.objectNode();
      place.entries().forEach((key, value) -> object.set(key, of(value)));
      return object;
    }
    if (place.isList()) {
      ArrayNode array = NODES.arrayNode();
      place.items().forEach(item -> array.add(of(item)));
      return array;
    }
    return place.quoted() ? NODES.textNode(place.text()) : plain(place.text());
  }

  private static JsonNode plain(String text) {
    if (text.equals("true") || text.equals("false")) {
      return NODES.booleanNode(text.equals("true"));
    }
    if (text.isEmpty() || text.equals("null") || text.equals("~")) {
      return NODES.nullNode();
    }
    if (text.matches("-?(0|[1-9][0-9]{0,17})")) {
      return NODES.numberNode(Long.parseLong(text));
    }
    return text.matches("-?(0|[1-9][0-9]*)\\.[0-9]+")
        ? NODES.numberNode(new BigDecimal(text))
        : NODES.textNode(text);
  }
}
