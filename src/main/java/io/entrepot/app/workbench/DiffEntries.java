package io.entrepot.app.workbench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects differences of two mapping files, part by part. */
final class DiffEntries {
  private static final int TEXT_CHARS_MAX = 300;
  private final List<DiffEntry> entries = new ArrayList<>();

  List<DiffEntry> all() {
    return List.copyOf(entries);
  }

  static Set<String> keys(JsonNode before, JsonNode after) {
    Set<String> keys = new LinkedHashSet<>();
    before.fieldNames().forEachRemaining(keys::add);
    after.fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  void value(String part, String what, JsonNode before, JsonNode after) {
    if (!before.equals(after)) {
      entries.add(new DiffEntry(part, what, text(before), text(after)));
    }
  }

  /** Of a changed rule only the keys that differ are told. */
  void rules(String part, Map<String, JsonNode> before, Map<String, JsonNode> after) {
    Set<String> names = new LinkedHashSet<>(before.keySet());
    names.addAll(after.keySet());
    for (String name : names) {
      rule(part, name, get(before, name), get(after, name));
    }
  }

  private void rule(String part, String name, JsonNode before, JsonNode after) {
    if (before.isMissingNode() || after.isMissingNode()) {
      value(part, name, before, after);
      return;
    }
    ObjectNode was = JsonNodeFactory.instance.objectNode();
    ObjectNode is = JsonNodeFactory.instance.objectNode();
    for (String key : keys(before, after)) {
      if (!before.path(key).equals(after.path(key))) {
        put(was, key, before.path(key));
        put(is, key, after.path(key));
      }
    }
    if (!was.isEmpty() || !is.isEmpty()) {
      entries.add(new DiffEntry(part, name, orNothing(was), orNothing(is)));
    }
  }

  private static void put(ObjectNode into, String key, JsonNode value) {
    if (!value.isMissingNode()) {
      into.set(key, value);
    }
  }

  private static String orNothing(JsonNode keys) {
    return keys.isEmpty() ? "not said" : String.valueOf(text(keys));
  }

  /** Entries of a map, as rows of a table. */
  void rows(String part, String of, JsonNode before, JsonNode after) {
    for (String key : keys(before, after)) {
      value(part, of.isEmpty() ? key : of + " '" + key + "'", before.path(key), after.path(key));
    }
  }

  void set(String part, JsonNode before, JsonNode after) {
    Set<JsonNode> was = new LinkedHashSet<>();
    Set<JsonNode> is = new LinkedHashSet<>();
    before.forEach(was::add);
    after.forEach(is::add);
    for (JsonNode gone : was) {
      if (!is.contains(gone)) {
        entries.add(new DiffEntry(part, gone.asText(), "listed", null));
      }
    }
    for (JsonNode fresh : is) {
      if (!was.contains(fresh)) {
        entries.add(new DiffEntry(part, fresh.asText(), null, "listed"));
      }
    }
  }

  /** Items of lists that bear a name. */
  void named(String part, String key, JsonNode before, JsonNode after) {
    rules(part, byName(key, before), byName(key, after));
  }

  private static Map<String, JsonNode> byName(String key, JsonNode list) {
    Map<String, JsonNode> byName = new LinkedHashMap<>();
    list.forEach(item -> byName.put("'" + item.path(key).asText() + "'", item));
    return byName;
  }

  private static JsonNode get(Map<String, JsonNode> map, String key) {
    return map.getOrDefault(key, MissingNode.getInstance());
  }

  private static @Nullable String text(JsonNode node) {
    if (node.isMissingNode()) {
      return null;
    }
    String text = node.isTextual() ? node.textValue() : node.toString();
    return text.length() <= TEXT_CHARS_MAX ? text : text.substring(0, TEXT_CHARS_MAX) + "…";
  }
}
