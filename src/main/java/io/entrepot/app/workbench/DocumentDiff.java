package io.entrepot.app.workbench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** In which values two JSON documents differ. */
final class DocumentDiff {

  /**
   * One value that differs; missing on the side that does not have it.
   *
   * @param path as {@code lines[2].quantity}
   */
  record Difference(String path, JsonNode before, JsonNode after) {

    /** Without places in lists: {@code lines[].quantity}. */
    String field() {
      return path.replaceAll("\\[\\d+\\]", "[]");
    }
  }

  private DocumentDiff() {}

  static List<Difference> of(JsonNode before, JsonNode after) {
    Map<String, JsonNode> old = new LinkedHashMap<>();
    Map<String, JsonNode> now = new LinkedHashMap<>();
    leaves("", before, old);
    leaves("", after, now);
    List<Difference> differences = new ArrayList<>();
    old.forEach(
        (path, value) -> {
          JsonNode next = now.getOrDefault(path, MissingNode.getInstance());
          if (!same(value, next)) {
            differences.add(new Difference(path, value, next));
          }
        });
    now.forEach(
        (path, value) -> {
          if (!old.containsKey(path)) {
            differences.add(new Difference(path, MissingNode.getInstance(), value));
          }
        });
    return differences;
  }

  /** 12.5 and 12.50 are the same number. */
  private static boolean same(JsonNode a, JsonNode b) {
    if (a.isNumber() && b.isNumber()) {
      return a.decimalValue().compareTo(b.decimalValue()) == 0;
    }
    return a.equals(b);
  }

  private static void leaves(String path, JsonNode node, Map<String, JsonNode> into) {
    if (node.isObject() && !node.isEmpty()) {
      for (Map.Entry<String, JsonNode> field : node.properties()) {
        String inner = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
        leaves(inner, field.getValue(), into);
      }
    } else if (node.isArray() && !node.isEmpty()) {
      for (int i = 0; i < node.size(); i++) {
        leaves(path + "[" + i + "]", node.get(i), into);
      }
    } else {
      into.put(path, node);
    }
  }
}
