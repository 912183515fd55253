package io.entrepot.connectors.http.declared;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A place in a YAML file that knows its line. A value is a map, a list or a text; a text that was
 * written without quotes may be read as a number or a truth.
 */
public final class YamlPlace {
  private final String file;
  private final int line;
  private final Object value;
  private final boolean quoted;

  YamlPlace(String file, int line, Object value, boolean quoted) {
    this.file = file;
    this.line = line;
    this.value = value;
    this.quoted = quoted;
  }

  /**
   * Reads a file whose top is a map.
   *
   * @param file how messages name it
   * @throws DeclarationException if it is no YAML, too large or too deep, or has a key twice or an
   *     alias
   */
  public static YamlPlace read(String file, String text) {
    return YamlReading.read(file, text);
  }

  public String file() {
    return file;
  }

  public int line() {
    return line;
  }

  public boolean isMap() {
    return value instanceof Map<?, ?>;
  }

  public boolean isList() {
    return value instanceof List<?>;
  }

  /** Written in quotes: never a number. */
  boolean quoted() {
    return quoted;
  }

  /** The members of a map, in the file's order. */
  @SuppressWarnings("unchecked") // Only this package makes the map.
  public Map<String, YamlPlace> entries() {
    if (!isMap()) {
      throw error("a map is wanted here, as 'key: value'");
    }
    return (Map<String, YamlPlace>) value;
  }

  /** The items of a list. */
  @SuppressWarnings("unchecked") // Only this package makes the list.
  public List<YamlPlace> items() {
    if (!isList()) {
      throw error("a list is wanted here, as '[ one, two ]'");
    }
    return (List<YamlPlace>) value;
  }

  /** The text of a scalar; empty for a key without a value. */
  public String text() {
    if (value instanceof String text) {
      return text;
    }
    throw error("a single value is wanted here");
  }

  public Optional<YamlPlace> find(String key) {
    return Optional.ofNullable(entries().get(key));
  }

  public YamlPlace require(String key) {
    return find(key).orElseThrow(() -> error("'" + key + ":' is missing"));
  }

  /** The text under that key; null if the key is not there. */
  @Nullable String text(String key) {
    return find(key).map(YamlPlace::text).orElse(null);
  }

  String text(String key, String fallback) {
    return find(key).map(YamlPlace::text).orElse(fallback);
  }

  int number(String key, int min, int max, int fallback) {
    return find(key).map(place -> place.number(min, max)).orElse(fallback);
  }

  int number(int min, int max) {
    try {
      int number = Integer.parseInt(text());
      if (number >= min && number <= max) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below, with the range.
    }
    throw error("'" + text() + "' is no whole number from " + min + " to " + max);
  }

  boolean flag(String key) {
    return find(key).map(YamlPlace::flag).orElse(false);
  }

  private boolean flag() {
    if (!quoted && (text().equals("true") || text().equals("false"))) {
      return text().equals("true");
    }
    throw error("'" + text() + "' is neither true nor false");
  }

  <E extends Enum<E>> E word(Class<E> kind) {
    for (E constant : kind.getEnumConstants()) {
      if (constant.name().equals(text())) {
        return constant;
      }
    }
    throw error("'" + text() + "' is none of " + Arrays.toString(kind.getEnumConstants()));
  }

  /** Refuses every other key: one that is misspelt must not be passed over. */
  public YamlPlace only(String... keys) {
    for (Map.Entry<String, YamlPlace> entry : entries().entrySet()) {
      if (!List.of(keys).contains(entry.getKey())) {
        throw entry
            .getValue()
            .error(
                "unknown key '"
                    + entry.getKey()
                    + "'; possible here: "
                    + new TreeSet<>(List.of(keys)));
      }
    }
    return this;
  }

  public DeclarationException error(String problem) {
    return new DeclarationException(List.of(new DeclarationFinding(file, line, problem)));
  }
}
