package io.entrepot.app.partner.integrations;

import io.entrepot.connectors.http.declared.YamlPlace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The settings of a system: each <code>${PLACEHOLDER}</code> is one, read from its variable. */
final class SettingLines {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)}");

  private final String id;
  private final Gaps gaps;
  private final Function<String, Optional<String>> environment;
  private final Map<String, String> lines = new LinkedHashMap<>();

  SettingLines(String id, Gaps gaps, Function<String, Optional<String>> environment) {
    this.id = id;
    this.gaps = gaps;
    this.environment = environment;
  }

  List<String> lines() {
    List<String> written = new ArrayList<>();
    lines.forEach((name, value) -> written.add("  " + name + ": " + value));
    return written;
  }

  boolean has(String name) {
    return lines.containsKey(name);
  }

  /** A setting whose value nobody gave yet. */
  void open(String name) {
    lines.put(name, "{}");
  }

  /** A secret: only ever a placeholder. */
  void secret(String name, YamlPlace place) {
    Matcher placeholder = PLACEHOLDER.matcher(place.text());
    if (placeholder.matches()) {
      lines.put(name, "{ secret: true, environment: " + known(name, placeholder, place) + " }");
    } else {
      gaps.add(
          place,
          "a secret stands in the file; it was not copied: set " + key(name) + ", and change it");
      lines.put(name, "{ secret: true }");
    }
  }

  /** Anything else: a placeholder, or the value itself. */
  void plain(String name, YamlPlace place) {
    Matcher placeholder = PLACEHOLDER.matcher(place.text());
    lines.put(
        name,
        placeholder.matches()
            ? "{ environment: " + known(name, placeholder, place) + " }"
            : "{ default: " + IntegratedSystem.quoted(place.text()) + " }");
  }

  private String known(String name, Matcher placeholder, YamlPlace place) {
    String variable = placeholder.group(1);
    if (environment.apply(variable).isEmpty()) {
      gaps.add(place, "${" + variable + "} has no value here: set that variable, or " + key(name));
    }
    return variable;
  }

  String key(String name) {
    return "entrepot.partners." + id + "." + name;
  }
}
