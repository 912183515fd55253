package io.entrepot.app.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes one item of those that agree in some fields.
 *
 * @param by the fields in which they agree
 * @param sum the field whose whole numbers are added up
 */
record Merge(List<String> by, String sum) {

  ArrayNode apply(ArrayNode items) {
    Map<List<JsonNode>, ObjectNode> merged = new LinkedHashMap<>();
    for (JsonNode item : items) {
      List<JsonNode> key = new ArrayList<>();
      by.forEach(field -> key.add(item.path(field)));
      ObjectNode first = merged.get(key);
      if (first == null) {
        merged.put(key, (ObjectNode) item);
      } else {
        first.put(sum, Math.addExact(first.path(sum).asLong(), item.path(sum).asLong()));
      }
    }
    ArrayNode out = JsonNodeFactory.instance.arrayNode(merged.size());
    merged.values().forEach(out::add);
    return out;
  }
}
