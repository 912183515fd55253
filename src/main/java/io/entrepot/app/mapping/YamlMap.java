package io.entrepot.app.mapping;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;

/** A map of a YAML file that knows in which lines it stands, so that a message can say so. */
@SuppressWarnings("unchecked") // Jackson's own deepCopy() narrows what it overrides.
final class YamlMap extends ObjectNode {
  private static final long serialVersionUID = 1L;

  private final int line;
  private final transient Map<String, Integer> lineByKey = new HashMap<>();

  YamlMap(int line) {
    super(JsonNodeFactory.instance);
    this.line = line;
  }

  void stands(String key, int inLine) {
    lineByKey.put(key, inLine);
  }

  int line() {
    return line;
  }

  /** Of the key, or of the map if there is no such key. */
  int line(String key) {
    return lineByKey.getOrDefault(key, line);
  }

  /** 0 where nobody knows. */
  static int lineOf(ObjectNode node, String key) {
    return node instanceof YamlMap map ? map.line(key) : 0;
  }

  /** 0 where nobody knows. */
  static int lineOf(ObjectNode node) {
    return node instanceof YamlMap map ? map.line() : 0;
  }
}
