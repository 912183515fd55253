package io.entrepot.app.partner.integrations;

import io.entrepot.app.schedule.Cron;
import io.entrepot.connectors.http.declared.YamlPlace;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code sync_schedule:} of a system: a schedule file for each entry. */
final class SyncFiles {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ISO_OFFSET_DATE_TIME;
  private static final Instant EXAMPLE = Instant.parse("2026-01-01T00:00:00Z");
  private static final int EXAMPLES = 2;

  private final String id;
  private final Gaps gaps;
  private final ZoneId zone;

  SyncFiles(String id, Gaps gaps, ZoneId zone) {
    this.id = id;
    this.gaps = gaps;
    this.zone = zone;
  }

  /**
   * Texts by name.
   *
   * @param readings operations that change nothing: only those are called by a guess
   */
  Map<String, String> of(YamlPlace system, List<String> readings) {
    Map<String, String> files = new LinkedHashMap<>();
    Map<String, YamlPlace> syncs =
        system.find("sync_schedule").map(YamlPlace::entries).orElse(Map.of());
    syncs.forEach(
        (key, at) -> {
          String name = id + "-" + key.replace('_', '-');
          cron(at)
              .flatMap(cron -> schedule(name, key, at, cron, readings))
              .ifPresent(text -> files.put(name, text));
        });
    return files;
  }

  private Optional<Cron> cron(YamlPlace at) {
    try {
      return Optional.of(Cron.parse(at.text()));
    } catch (IllegalArgumentException e) {
      gaps.add(at, String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private Optional<String> schedule(
      String name, String key, YamlPlace at, Cron cron, List<String> readings) {
    if (readings.isEmpty()) {
      gaps.add(
          at,
          "nothing says what '"
              + key
              + "' calls, and no endpoint only reads: it was left out, as a schedule does not write"
              + " at a partner by a guess; write schedules/"
              + name
              + ".yaml by hand");
      return Optional.empty();
    }
    String operation = readings.get(0);
    gaps.add(
        at,
        "nothing says what '"
            + key
            + "' calls nor in which zone: "
            + operation
            + " in "
            + zone
            + " is assumed");
    return Optional.of(
        """
        # Imported; the five fields are Quartz's "%s".
        schedule: %s
        job: route:partner:%s/%s
        cron: "%s"
        zone: %s
        misfire: run-once
        limit: 10000
        fires:
          - after: "%s"
            at: [%s]
        """
            .formatted(
                cron.quartz(), name, id, operation, cron.text(), zone, time(EXAMPLE), fires(cron)));
  }

  private String fires(Cron cron) {
    return cron.nextAfter(EXAMPLE, zone, EXAMPLES).stream()
        .map(moment -> "\"" + time(moment) + "\"")
        .collect(Collectors.joining(", "));
  }

  private String time(Instant moment) {
    return TIME.format(ZonedDateTime.ofInstant(moment, zone));
  }
}
