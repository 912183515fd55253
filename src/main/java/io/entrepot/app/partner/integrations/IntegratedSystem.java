package io.entrepot.app.partner.integrations;

import io.entrepot.connectors.http.declared.YamlPlace;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** One system of the file, and the declarations that it becomes. */
final class IntegratedSystem {
  private static final Set<String> KEYS =
      Set.of("name", "type", "auth", "endpoints", "webhooks", "sync_schedule", "retry_config");
  private static final int TIMEOUT_SECONDS_MAX = 30;
  private static final int ATTEMPTS_MAX = 10;

  private final String id;
  private final YamlPlace place;
  private final Gaps gaps;
  private final SettingLines settings;
  private final EndpointLines endpoints;
  private final SyncFiles syncs;

  IntegratedSystem(
      String id,
      YamlPlace place,
      Gaps gaps,
      ZoneId zone,
      Function<String, Optional<String>> environment) {
    this.id = id;
    this.place = place;
    this.gaps = gaps;
    this.settings = new SettingLines(id, gaps, environment);
    this.endpoints = new EndpointLines(id, gaps, settings);
    this.syncs = new SyncFiles(id, gaps, zone);
  }

  String id() {
    return id;
  }

  YamlPlace place() {
    return place;
  }

  /** Of {@code connectors/declared/<id>.yaml}. */
  String connector() {
    place
        .entries()
        .forEach(
            (key, at) -> {
              if (!KEYS.contains(key)) {
                gaps.add(at, "'" + key + ":' is not known and was left out; known are " + KEYS);
              }
            });
    List<String> auth = new AuthLines(id, gaps, settings).of(place);
    List<String> operations = endpoints.operations(place);
    List<String> notices = endpoints.notices(place);
    List<String> lines = new ArrayList<>();
    lines.add("# Imported from " + place.file() + ", line " + place.line() + ".");
    lines.add("partner: " + id);
    lines.add("title: " + quoted(place.find("name").map(YamlPlace::text).orElse(id)));
    lines.add("settings:");
    lines.addAll(settings.lines());
    lines.addAll(auth);
    lines.addAll(retry());
    lines.addAll(operations);
    lines.addAll(notices);
    return String.join("\n", lines) + "\n";
  }

  /** Texts by name. */
  Map<String, String> schedules() {
    return syncs.of(place, endpoints.readings());
  }

  private List<String> retry() {
    Optional<YamlPlace> config = place.find("retry_config");
    if (config.isEmpty()) {
      return List.of();
    }
    int attempts = number(config.get(), "max_retries", 3, ATTEMPTS_MAX);
    int timeout = number(config.get(), "timeout", TIMEOUT_SECONDS_MAX, TIMEOUT_SECONDS_MAX);
    String factor = config.get().find("backoff_factor").map(YamlPlace::text).orElse("2.0");
    return List.of(
        "limits: { timeout-seconds: " + timeout + " }",
        "retry: { attempts: " + attempts + ", first-millis: 1000, factor: " + factor + " }");
  }

  private int number(YamlPlace config, String key, int fallback, int max) {
    Optional<YamlPlace> at = config.find(key);
    if (at.isEmpty()) {
      return fallback;
    }
    String text = at.get().text();
    if (text.matches("\\d{1,6}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= max) {
      return Integer.parseInt(text);
    }
    gaps.add(
        at.get(), "'" + key + ": " + text + "' is not from 1 to " + max + "; " + max + " taken");
    return max;
  }

  static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
