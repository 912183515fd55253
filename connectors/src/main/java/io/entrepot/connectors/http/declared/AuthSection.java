package io.entrepot.connectors.http.declared;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code auth:}, and {@code trust:} of a notice: handed on as it is written, once all settings that
 * it names are among the file's.
 */
final class AuthSection {
  private static final Pattern SETTING = Pattern.compile("\\$\\{([^}]*)}");
  // Keys whose value is the name of a setting.
  private static final Pattern NAMES_SETTING = Pattern.compile("secret|password|signing-key");

  private final Set<String> settings;

  AuthSection(Set<String> settings) {
    this.settings = settings;
  }

  DeclaredAuth read(YamlPlace place) {
    place.require("kind");
    Secrets.noneIn(place);
    return new DeclaredAuth(place.file() + ":" + place.line(), map(place));
  }

  private Map<String, Object> map(YamlPlace place) {
    Map<String, Object> map = new LinkedHashMap<>();
    place.entries().forEach((key, value) -> map.put(key, plain(key, value)));
    return map;
  }

  private Object plain(String key, YamlPlace place) {
    if (place.isMap()) {
      return map(place);
    }
    if (place.isList()) {
      return place.items().stream().map(item -> plain(key, item)).toList();
    }
    Matcher named = SETTING.matcher(place.text());
    while (named.find()) {
      known(place, named.group(1));
    }
    if (NAMES_SETTING.matcher(key).matches()) {
      known(place, place.text());
    }
    return place.text();
  }

  private void known(YamlPlace place, String name) {
    if (!settings.contains(name)) {
      // A name that is none may be the secret itself: it is not repeated.
      throw place.error("this must name one of the file's settings, which are " + settings);
    }
  }
}
