package io.entrepot.app.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The source fields a mapping knows: those it reads and those it declares to ignore. */
record SourceFields(Set<String> used, Set<String> ignored, Map<String, Set<String>> named) {

  /** Fields of this document that are neither, as {@code $.items[].gift}. */
  List<String> unmapped(JsonNode source) {
    Set<String> found = new LinkedHashSet<>();
    walk("$", source, found);
    return new ArrayList<>(found);
  }

  private void walk(String path, JsonNode node, Set<String> found) {
    if (ignored.contains(path) || (used.contains(path) && !readDeeper(path))) {
      return;
    }
    if (node.isObject()) {
      for (Map.Entry<String, JsonNode> field : node.properties()) {
        walk(path + "." + field.getKey(), field.getValue(), found);
      }
    } else if (node.isArray()) {
      node.forEach(item -> walk(path + "[]", item, found));
    } else if (!node.isNull() && !named(path)) {
      found.add(path);
    }
  }

  /** A list that is gone through by each is not thereby mapped as a whole. */
  private boolean readDeeper(String path) {
    for (String other : used) {
      if (other.startsWith(path + "[") || other.startsWith(path + ".")) {
        return true;
      }
    }
    return false;
  }

  /** Whether an expression names every step of the way from where it stands to this field. */
  private boolean named(String path) {
    for (Map.Entry<String, Set<String>> expression : named.entrySet()) {
      if (path.startsWith(expression.getKey() + ".")) {
        String way = path.substring(expression.getKey().length() + 1).replace("[]", "");
        if (expression.getValue().containsAll(List.of(way.split("\\.", -1)))) {
          return true;
        }
      }
    }
    return false;
  }
}
