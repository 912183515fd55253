package io.entrepot.app.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The source fields a mapping knows: those it reads and those it declares to ignore. */
record SourceFields(Set<String> used, Set<String> ignored) {

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
    } else if (!node.isNull()) {
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
}
