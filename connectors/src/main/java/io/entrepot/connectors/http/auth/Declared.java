package io.entrepot.connectors.http.auth;

import io.entrepot.connectors.spi.PartnerSettings;
import io.entrepot.connectors.spi.Secret;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Reads a declaration key by key; what nobody read is a typing mistake. */
final class Declared {
  private static final String SETTING_NAME = "[a-z][a-z0-9-]*";

  private final String place;
  private final Map<String, ?> values;
  private final PartnerSettings settings;
  private final Set<String> read = new TreeSet<>();

  Declared(AuthDeclaration declaration, PartnerSettings settings) {
    this.place = declaration.place();
    this.values = declaration.settings();
    this.settings = settings;
  }

  PartnerSettings settings() {
    return settings;
  }

  Optional<Object> find(String key) {
    read.add(key);
    return Optional.ofNullable(values.get(key));
  }

  Optional<String> text(String key) {
    return find(key).map(value -> scalar(key, value));
  }

  String require(String key) {
    return text(key).orElseThrow(() -> missing(key));
  }

  AuthDeclarationException missing(String key) {
    return new AuthDeclarationException(place, "'" + key + "' is missing");
  }

  Template template(String key, Set<String> variables) {
    return Template.parse(at(key), require(key), variables);
  }

  Template template(String key, String fallback) {
    return Template.parse(at(key), text(key).orElse(fallback), Set.of());
  }

  Optional<Template> templateIfAny(String key) {
    return text(key).map(text -> Template.parse(at(key), text, Set.of()));
  }

  /** In the order written, as far as the map keeps it. */
  Map<String, Template> templates(String key, Set<String> variables) {
    Map<String, Template> templates = new LinkedHashMap<>();
    map(key)
        .forEach(
            (name, value) ->
                templates.put(
                    name, Template.parse(at(key) + "." + name, scalar(name, value), variables)));
    return templates;
  }

  Map<String, Object> map(String key) {
    Map<String, Object> map = new LinkedHashMap<>();
    Object value = find(key).orElse(Map.of());
    if (!(value instanceof Map<?, ?> there)) {
      throw new AuthDeclarationException(at(key), "must be a map, such as {name: text}");
    }
    there.forEach((name, inner) -> map.put(String.valueOf(name), inner));
    return map;
  }

  Optional<Declared> nested(String key) {
    return find(key).isEmpty()
        ? Optional.empty()
        : Optional.of(new Declared(new AuthDeclaration(at(key), map(key)), settings));
  }

  /** The texts of a list, or of the one that stands alone. */
  List<String> texts(String key) {
    Object value = find(key).orElse(List.of());
    return value instanceof List<?> list
        ? list.stream().map(one -> scalar(key, one)).toList()
        : List.of(scalar(key, value));
  }

  <T> T choice(String key, Map<String, T> options, T fallback) {
    Optional<String> text = text(key);
    if (text.isEmpty()) {
      return fallback;
    }
    T chosen = options.get(text.get());
    if (chosen == null) {
      throw new AuthDeclarationException(
          at(key), "is one of " + String.join(", ", new TreeSet<>(options.keySet())));
    }
    return chosen;
  }

  int number(String key, int min, int max, int fallback) {
    String text = text(key).orElse(Integer.toString(fallback));
    try {
      int number = Integer.parseInt(text);
      if (number >= min && number <= max) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below, with the range.
    }
    throw new AuthDeclarationException(at(key), "is a number from " + min + " to " + max);
  }

  boolean flag(String key, boolean fallback) {
    return choice(key, Map.of("true", true, "false", false), fallback);
  }

  /** The name of a setting with a secret. */
  String secretName(String key, String fallback) {
    String name = text(key).orElse(fallback);
    if (!name.matches(SETTING_NAME)) {
      throw new AuthDeclarationException(
          at(key),
          "names a setting of the partner, such as " + fallback + ", and is never a secret itself");
    }
    return name;
  }

  /** Read anew each time, so that a rotated secret is taken at once. */
  Supplier<Secret> secret(String key, String fallback) {
    String name = secretName(key, fallback);
    return () -> settings.secret(name);
  }

  /** The secret in force and, while it may still be used, the one before. */
  Supplier<List<Secret>> accepted(String key, String fallback) {
    String name = secretName(key, fallback);
    return () -> settings.accepted(name);
  }

  /** After the last key was read. */
  void done() {
    Set<String> unknown = new TreeSet<>(values.keySet());
    unknown.removeAll(read);
    if (!unknown.isEmpty()) {
      throw new AuthDeclarationException(
          place, "has no key '" + unknown.iterator().next() + "'; there are: " + read);
    }
  }

  String at(String key) {
    return place + "." + key;
  }

  private String scalar(String key, Object value) {
    if (value instanceof String || value instanceof Number || value instanceof Boolean) {
      return value.toString();
    }
    throw new AuthDeclarationException(at(key), "must be one text");
  }
}
