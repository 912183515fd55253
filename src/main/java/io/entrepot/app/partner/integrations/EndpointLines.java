package io.entrepot.app.partner.integrations;

import io.entrepot.connectors.http.declared.YamlPlace;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** {@code endpoints:} and {@code webhooks:} of a system. */
final class EndpointLines {
  private static final String BASE_URL = "base-url";

  private final String id;
  private final Gaps gaps;
  private final SettingLines settings;
  private final List<String> readings = new ArrayList<>();

  EndpointLines(String id, Gaps gaps, SettingLines settings) {
    this.id = id;
    this.gaps = gaps;
    this.settings = settings;
  }

  /**
   * The operations that read, and need nothing told to do so, in the file's order; after {@link
   * #operations}.
   */
  List<String> readings() {
    return readings;
  }

  List<String> operations(YamlPlace system) {
    List<String> lines = new ArrayList<>();
    Map<String, YamlPlace> endpoints =
        system.find("endpoints").map(YamlPlace::entries).orElse(Map.of());
    endpoints.forEach((key, at) -> operation(key, at, lines));
    if (!settings.has(BASE_URL)) {
      gaps.add(system, id + " has no 'base_url:': set " + settings.key(BASE_URL));
      settings.open(BASE_URL);
    }
    if (!lines.isEmpty()) {
      lines.add(0, "operations:");
    }
    return lines;
  }

  private void operation(String key, YamlPlace at, List<String> lines) {
    String text = at.text();
    if (key.equals("base_url")) {
      baseUrl(at);
    } else if (text.matches("wss?://.*")) {
      gaps.add(
          at,
          "'"
              + key
              + "' is a literal WebSocket address: a declared connector speaks HTTP only, so"
              + " it was left out; make it a placeholder and write a connector for it");
    } else if (!text.startsWith("/")) {
      gaps.add(at, "'" + key + "' is no path below base_url and was left out");
    } else {
      String name = name(key);
      String method = method(key);
      gaps.add(at, "'" + key + "' names no method: " + method + " is assumed");
      if (method.equals("GET") && text.indexOf('{') < 0) {
        readings.add(name);
      }
      String path = text.replaceAll("\\{(\\w+)}", "{\\$.$1}");
      lines.add("  " + name + ": { call: \"" + method + " " + path + "\" }");
    }
  }

  private void baseUrl(YamlPlace at) {
    boolean placeholder = at.text().startsWith("${");
    if (!placeholder && !at.text().startsWith("https://")) {
      gaps.add(
          at, "base_url is no https:// address and was not taken: set " + settings.key(BASE_URL));
      settings.open(BASE_URL);
      return;
    }
    settings.plain(BASE_URL, at);
  }

  private static String method(String key) {
    String first = key.toLowerCase(Locale.ROOT);
    if (first.startsWith("create") || first.startsWith("add")) {
      return "POST";
    }
    if (first.contains("update")) {
      return "PUT";
    }
    return first.startsWith("delete") ? "DELETE" : "GET";
  }

  List<String> notices(YamlPlace system) {
    List<String> lines = new ArrayList<>();
    Optional<YamlPlace> webhooks = system.find("webhooks");
    webhooks.map(YamlPlace::entries).orElse(Map.of()).forEach((key, at) -> notice(key, at, lines));
    if (!lines.isEmpty()) {
      lines.add(0, "notices:");
    }
    return lines;
  }

  private void notice(String key, YamlPlace at, List<String> lines) {
    String prefix = "/webhooks/" + id + "/";
    String document = at.text().startsWith(prefix) ? at.text().substring(prefix.length()) : "";
    if (!document.matches("[a-z][a-z0-9-]*")) {
      gaps.add(
          at,
          "'"
              + key
              + "' is not below "
              + prefix
              + ": the partner has to call "
              + prefix
              + name(key));
      document = name(key);
    }
    gaps.add(
        at,
        "nothing says why '"
            + key
            + "' is believed nor what names it: MUST_ASK and $.id are assumed;"
            + " declare 'trust:' and 'key:'");
    lines.add("  " + document + ": { trust: { kind: must-ask }, key: $.id }");
  }

  private static String name(String key) {
    return key.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
