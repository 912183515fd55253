package io.entrepot.app.node;

import io.entrepot.app.embedded.StartRefused;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;

/**
 * Joins the defaults of {@code application.yaml}, the environment and the command line, the later
 * over the earlier. A variable that names no key is a typing mistake, and is refused.
 */
public final class SettingsReader {
  private static final String PREFIX = "entrepot.";
  private static final String VARIABLE_PREFIX = "ENTREPOT_";
  // Each partner declares its own settings; they are checked where they are read.
  private static final String PARTNERS = "ENTREPOT_PARTNERS_";
  // Read by the launcher script, not by the hub.
  private static final String LAUNCHER = "ENTREPOT_HUB_";

  private SettingsReader() {}

  /** {@code overrides}: keys without prefix, as the command line sets them. */
  public static NodeSettings read(Map<String, String> environment, Map<String, String> overrides) {
    Map<String, String> values = defaults();
    Map<String, String> keys = new HashMap<>();
    values.keySet().forEach(key -> keys.put(NodeSettings.variable(key), key));
    new TreeMap<>(environment)
        .forEach(
            (name, value) -> {
              if (known(name, keys)) {
                values.put(keys.get(name), value);
              }
            });
    values.putAll(overrides);
    return new NodeSettings(values);
  }

  private static boolean known(String name, Map<String, String> keys) {
    if (keys.containsKey(name)) {
      return true;
    }
    if (name.startsWith(VARIABLE_PREFIX)
        && !name.startsWith(PARTNERS)
        && !name.startsWith(LAUNCHER)) {
      throw new StartRefused(name + " is no setting of the hub" + meant(name, keys.keySet()));
    }
    return false;
  }

  /** A name with its underscores elsewhere is the commonest slip. */
  private static String meant(String name, Set<String> variables) {
    return variables.stream()
        .filter(variable -> letters(variable).equals(letters(name)))
        .findFirst()
        .map(variable -> ": write " + variable)
        .orElse(": docs/operations.md tells where all of them stand");
  }

  private static String letters(String variable) {
    return variable.replace("_", "");
  }

  private static Map<String, String> defaults() {
    Map<String, String> defaults = new HashMap<>();
    try {
      for (PropertySource<?> source :
          new YamlPropertySourceLoader()
              .load("defaults", new ClassPathResource("application.yaml"))) {
        collect((EnumerablePropertySource<?>) source, defaults);
      }
    } catch (IOException e) {
      throw new StartRefused("application.yaml cannot be read: " + e, e);
    }
    return defaults;
  }

  private static void collect(EnumerablePropertySource<?> source, Map<String, String> defaults) {
    for (String name : source.getPropertyNames()) {
      if (name.startsWith(PREFIX)) {
        defaults.put(name.substring(PREFIX.length()), String.valueOf(source.getProperty(name)));
      }
    }
  }
}
