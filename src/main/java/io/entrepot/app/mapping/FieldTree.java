package io.entrepot.app.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Turns {@code receiver.name: …} into a field {@code receiver} with {@code fields:} of its own. */
final class FieldTree {
  private final Spec fields;

  private FieldTree(Spec fields) {
    this.fields = fields;
  }

  static ObjectNode of(Spec fields) {
    FieldTree builder = new FieldTree(fields);
    YamlMap tree = new YamlMap(fields.line(""));
    for (Map.Entry<String, JsonNode> field : fields.entries()) {
      builder.add(tree, field.getKey(), field.getKey(), field.getValue());
    }
    return tree;
  }

  private void add(YamlMap into, String name, String key, JsonNode value) {
    int dot = name.indexOf('.');
    if (dot >= 0) {
      add(inner(into, name.substring(0, dot), key), name.substring(dot + 1), key, value);
      return;
    }
    if (into.has(name)) {
      throw twice(key, name);
    }
    into.stands(name, fields.line(key));
    into.set(name, value);
  }

  private YamlMap inner(YamlMap tree, String name, String key) {
    JsonNode there = tree.get(name);
    if (there == null) {
      YamlMap inner = new YamlMap(fields.line(key));
      tree.stands(name, fields.line(key));
      tree.set(name, new YamlMap(fields.line(key)).set("fields", inner));
      return inner;
    }
    if (there.get("fields") instanceof YamlMap inner) {
      return inner;
    }
    throw twice(key, name);
  }

  private MappingFileException twice(String key, String name) {
    return fields.error(key, "the field '" + name + "' is declared twice");
  }
}
