package io.entrepot.app.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Turns {@code receiver.name: …} into a field {@code receiver} with {@code fields:} of its own. */
final class FieldTree {

  private FieldTree() {}

  static ObjectNode of(Spec fields) {
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, JsonNode> field : fields.entries()) {
      String name = field.getKey();
      int dot = name.indexOf('.');
      if (dot < 0) {
        put(fields, tree, name, field.getValue());
      } else {
        ObjectNode inner = inner(fields, tree, name.substring(0, dot));
        put(fields, inner, name.substring(dot + 1), field.getValue());
      }
    }
    return tree;
  }

  static ObjectNode from(String path) {
    return JsonNodeFactory.instance.objectNode().put("from", path);
  }

  private static void put(Spec fields, ObjectNode into, String name, JsonNode value) {
    if (into.has(name)) {
      throw fields.error("the field '" + name + "' is declared twice");
    }
    into.set(name, value);
  }

  private static ObjectNode inner(Spec fields, ObjectNode tree, String name) {
    JsonNode there = tree.get(name);
    if (there == null) {
      return tree.putObject(name).putObject("fields");
    }
    if (there.get("fields") instanceof ObjectNode inner) {
      return inner;
    }
    throw fields.error("the field '" + name + "' is declared twice");
  }
}
