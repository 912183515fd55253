package io.entrepot.app.workbench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The rules of a mapping by target field, as {@code lines[].quantity}, however the file writes
 * them: with dots or nested, short or long.
 */
final class FieldRules {
  private static final String FIELDS = "fields";
  private final Map<String, JsonNode> rules = new LinkedHashMap<>();

  private FieldRules() {}

  static Map<String, JsonNode> of(JsonNode mapping) {
    FieldRules all = new FieldRules();
    all.add("", mapping.path(FIELDS));
    return all.rules;
  }

  private void add(String prefix, JsonNode fields) {
    for (Map.Entry<String, JsonNode> field : fields.properties()) {
      String target = prefix.isEmpty() ? field.getKey() : prefix + "." + field.getKey();
      rule(target, field.getValue());
    }
  }

  private void rule(String target, JsonNode rule) {
    if (!(rule instanceof ObjectNode object)) {
      rules.put(target, JsonNodeFactory.instance.objectNode().set("from", rule));
      return;
    }
    String place = object.has("each") ? target + "[]" : target;
    ObjectNode own = object.deepCopy();
    own.remove(FIELDS);
    if (!own.isEmpty()) {
      rules.put(place, own);
    }
    add(place, object.path(FIELDS));
  }
}
