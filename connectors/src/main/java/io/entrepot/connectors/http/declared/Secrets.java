package io.entrepot.connectors.http.declared;

import java.util.Locale;
import java.util.regex.Pattern;

/** Tells what looks like a secret, by its name or by itself. */
final class Secrets {
  private static final Pattern NAME =
      Pattern.compile(
          ".*(password|passwd|secret|token|api-?key|access-?key|private-?key|credential"
              + "|authorization|signature).*");
  private static final Pattern NO_SECRET_NAME = Pattern.compile(".*(url|header|-id|-type|seconds)");
  private static final Pattern VALUE =
      Pattern.compile(
          "(?i)(bearer|basic)\\s+[^\\s$\\{]{6,}|(sk|rk|pk|gsk)_(test|live)_\\S+|-----BEGIN .*"
              + "|xox[abp]-\\S+|AKIA[0-9A-Z]{16}|eyJ[\\w-]{10,}\\.\\S+");

  private Secrets() {}

  /** Whether what is called so is kept secret. */
  static boolean named(String name) {
    String lower = name.toLowerCase(Locale.ROOT).replace('_', '-');
    return NAME.matcher(lower).matches() && !NO_SECRET_NAME.matcher(lower).matches();
  }

  /** Refuses a literal where a secret stands, or that is one. */
  static void none(String name, YamlPlace place, Template template) {
    boolean literal = template.literal() && !template.text().isBlank();
    if ((literal && named(name)) || VALUE.matcher(template.text()).find()) {
      // The text itself is not repeated: findings are printed and logged.
      throw place.error(
          "'" + name + "' has a secret in the file: name a setting, as ${" + "api-key}");
    }
  }

  /** The same for a whole file: every value that is a secret by its looks. */
  static void noneIn(YamlPlace place) {
    if (place.isMap()) {
      place.entries().values().forEach(Secrets::noneIn);
    } else if (place.isList()) {
      place.items().forEach(Secrets::noneIn);
    } else if (VALUE.matcher(place.text()).find()) {
      throw place.error("this value looks like a secret: name a setting, as ${" + "api-key}");
    }
  }
}
