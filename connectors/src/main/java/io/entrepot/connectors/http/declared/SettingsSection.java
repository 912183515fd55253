package io.entrepot.connectors.http.declared;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code settings:} — what differs between installations; secrets are named here, never given. */
final class SettingsSection {
  static final String BASE_URL = "base-url";
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  private SettingsSection() {}

  static Map<String, DeclaredSetting> read(YamlPlace file) {
    Map<String, DeclaredSetting> settings = new LinkedHashMap<>();
    for (Map.Entry<String, YamlPlace> entry : file.require("settings").entries().entrySet()) {
      settings.put(entry.getKey(), setting(entry.getKey(), entry.getValue()));
    }
    if (!settings.containsKey(BASE_URL)) {
      throw file.require("settings")
          .error("'base-url:' is missing; without a default it must be set for each installation");
    }
    return Map.copyOf(settings);
  }

  private static DeclaredSetting setting(String name, YamlPlace place) {
    if (!NAME.matcher(name).matches()) {
      throw place.error("'" + name + "': a setting is named in lower case with hyphens");
    }
    if (!place.isMap()) {
      place.text(); // 'name:' alone, or a comment for people.
      return checked(place, new DeclaredSetting(name, Secrets.named(name), null, null, null));
    }
    place.only("about", "secret", "default", "environment", "development");
    return checked(
        place,
        new DeclaredSetting(
            name,
            place.flag("secret") || Secrets.named(name),
            place.text("default"),
            place.text("environment"),
            place.text("development")));
  }

  private static DeclaredSetting checked(YamlPlace place, DeclaredSetting setting) {
    if (setting.secret() && (setting.fallback() != null || setting.development() != null)) {
      throw place.error(
          "'" + setting.name() + "' is a secret: no default and no development value in a file");
    }
    if (setting.name().endsWith("url") && setting.fallback() != null) {
      url(place.require("default"), setting.fallback());
    }
    return setting;
  }

  private static void url(YamlPlace place, @Nullable String text) {
    try {
      URI uri = URI.create(String.valueOf(text));
      if ("https".equals(uri.getScheme())
          && uri.getHost() != null
          && uri.getRawUserInfo() == null
          && uri.getRawQuery() == null
          && uri.getRawFragment() == null) {
        return;
      }
    } catch (IllegalArgumentException e) {
      // Said below; the text is not repeated, as it may hold credentials.
    }
    throw place.error(
        "this is no usable address; write https://host/path without user, query or fragment");
  }
}
