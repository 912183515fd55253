package io.entrepot.app.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** A map of a mapping file while it is read: every key must be asked for, or it is an error. */
final class Spec {
  private final String file;
  private final String place;
  private final ObjectNode node;
  private final Set<String> asked = new TreeSet<>();

  Spec(String file, String place, ObjectNode node) {
    this.file = file;
    this.place = place;
    this.node = node;
  }

  static Spec of(String file, String place, JsonNode node) {
    if (node instanceof ObjectNode object) {
      return new Spec(file, place, object);
    }
    throw new MappingFileException(file, place, "must be a map, not '" + Run.shown(node) + "'");
  }

  boolean has(String key) {
    asked.add(key);
    return node.has(key);
  }

  @Nullable JsonNode find(String key) {
    asked.add(key);
    return node.get(key);
  }

  JsonNode require(String key) {
    JsonNode value = find(key);
    if (value == null) {
      throw error("needs '" + key + ":'");
    }
    return value;
  }

  @Nullable String text(String key) {
    JsonNode value = find(key);
    if (value == null) {
      return null;
    }
    if (!value.isValueNode() || value.isNull()) {
      throw error(key, "'" + key + ":' must be a text");
    }
    return value.asText();
  }

  String requireText(String key) {
    String text = text(key);
    if (text == null) {
      throw error("needs '" + key + ":'");
    }
    return text;
  }

  boolean flag(String key) {
    JsonNode value = find(key);
    if (value != null && !value.isBoolean()) {
      throw error(key, "'" + key + ":' must be true or false");
    }
    return value != null && value.booleanValue();
  }

  @Nullable Pattern pattern(String key) {
    String text = text(key);
    try {
      return text == null ? null : Pattern.compile(text);
    } catch (PatternSyntaxException e) {
      throw error(key, "'" + key + ":' is no regular expression: " + e.getDescription());
    }
  }

  @Nullable SourcePath path(String key) {
    String text = text(key);
    return text == null ? null : path(key, text);
  }

  SourcePath path(String key, String text) {
    SourcePath path = SourcePath.parse(text);
    if (path == null) {
      throw error(
          key, "'" + key + ": " + text + "' is no path; write it as $.field, $.list[0].field");
    }
    return path;
  }

  /** A whole number within bounds; {@code otherwise} if the key is not there. */
  int number(String key, int min, int max, int otherwise) {
    JsonNode value = find(key);
    if (value == null) {
      return otherwise;
    }
    if (!value.canConvertToInt() || value.intValue() < min || value.intValue() > max) {
      throw error(key, "'" + key + ":' must be a whole number from " + min + " to " + max);
    }
    return value.intValue();
  }

  /** Texts in a list; empty if the key is not there. */
  List<String> texts(String key) {
    JsonNode list = find(key);
    List<String> texts = new ArrayList<>();
    if (list != null && !list.isArray()) {
      throw error(key, "'" + key + ":' must be a list");
    }
    for (JsonNode text : list == null ? List.<JsonNode>of() : list) {
      texts.add(text.asText());
    }
    return texts;
  }

  /** One of a few words; the first of them if the key is not there. */
  String word(String key, String... words) {
    String word = text(key);
    if (word != null && !List.of(words).contains(word)) {
      throw error(key, "'" + key + ": " + word + "' must be one of " + List.of(words));
    }
    return word == null ? words[0] : word;
  }

  @Nullable Spec map(String key) {
    JsonNode value = find(key);
    return value == null ? null : of(file, place.isEmpty() ? key : place + "." + key, value);
  }

  /** The children under this map's own keys, which thereby count as asked for. */
  Iterable<Map.Entry<String, JsonNode>> entries() {
    node.fieldNames().forEachRemaining(asked::add);
    return node.properties();
  }

  String file() {
    return file;
  }

  String place() {
    return place;
  }

  MappingFileException error(String problem) {
    return at(YamlMap.lineOf(node), problem);
  }

  private MappingFileException at(int line, String problem) {
    String inLine = line == 0 ? "" : "line " + line;
    String comma = line == 0 || place.isEmpty() ? "" : ", ";
    return new MappingFileException(file, inLine + comma + place, problem);
  }

  /** An error in the line of one of this map's keys. */
  MappingFileException error(String key, String problem) {
    return at(YamlMap.lineOf(node, key), problem);
  }

  /** The line of one of this map's keys; of the map itself if there is no such key. */
  int line(String key) {
    return YamlMap.lineOf(node, key);
  }

  /** Refuses what nobody asked for: a misspelt key must not be passed over. */
  void done() {
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      if (!asked.contains(entry.getKey())) {
        throw error(
            entry.getKey(), "unknown key '" + entry.getKey() + "'; possible here: " + asked);
      }
    }
  }
}
