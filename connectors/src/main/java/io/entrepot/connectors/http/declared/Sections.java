package io.entrepot.connectors.http.declared;

import io.entrepot.connectors.spi.ErrorClass;
import io.entrepot.connectors.spi.RateLimit;
import io.entrepot.connectors.spi.Retry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The sections that hold for the whole partner: limits, retry, success, errors. */
final class Sections {
  private static final int STATUS_MIN = 100;
  private static final int STATUS_MAX = 599;

  private Sections() {}

  /** A list, or one value in its place. */
  static List<YamlPlace> several(YamlPlace place) {
    return place.isList() ? place.items() : List.of(place);
  }

  static Declaration.Limits limits(Optional<YamlPlace> section) {
    if (section.isEmpty()) {
      return new Declaration.Limits(RateLimit.UNLIMITED, 16, 1_000_000, 2_000_000, 30);
    }
    YamlPlace place =
        section
            .get()
            .only(
                "calls",
                "per-seconds",
                "concurrent",
                "request-bytes",
                "answer-bytes",
                "timeout-seconds");
    return new Declaration.Limits(
        rate(place),
        place.number("concurrent", 1, 256, 16),
        place.number("request-bytes", 1_000, 100_000_000, 1_000_000),
        place.number("answer-bytes", 1_000, 100_000_000, 2_000_000),
        place.number("timeout-seconds", 1, 30, 30));
  }

  private static RateLimit rate(YamlPlace place) {
    if (place.find("calls").isEmpty()) {
      return RateLimit.UNLIMITED;
    }
    return new RateLimit(
        place.require("calls").number(1, 100_000),
        Duration.ofSeconds(place.number("per-seconds", 1, 86_400, 1)));
  }

  static Retry retry(Optional<YamlPlace> section) {
    if (section.isEmpty()) {
      return Retry.NONE;
    }
    YamlPlace place = section.get().only("attempts", "first-millis", "factor", "longest-seconds");
    try {
      return new Retry(
          place.require("attempts").number(1, 10),
          Duration.ofMillis(place.number("first-millis", 1, 60_000, 500)),
          Double.parseDouble(place.text("factor", "2.0")),
          Duration.ofSeconds(place.number("longest-seconds", 1, 300, 30)));
    } catch (IllegalArgumentException e) {
      throw place.error(String.valueOf(e.getMessage()));
    }
  }

  static SuccessRule success(YamlPlace place, SuccessRule fallback) {
    Optional<YamlPlace> section = place.find("success");
    if (section.isEmpty()) {
      return fallback;
    }
    YamlPlace success = section.get().only("status", "where");
    Set<Integer> statuses = new LinkedHashSet<>();
    success
        .find("status")
        .ifPresent(
            list -> several(list).forEach(one -> statuses.add(one.number(STATUS_MIN, STATUS_MAX))));
    return new SuccessRule(
        Set.copyOf(statuses), success.find("where").map(Sections::where).orElse(Map.of()));
  }

  private static Map<FieldPath, Set<String>> where(YamlPlace place) {
    Map<FieldPath, Set<String>> where = new LinkedHashMap<>();
    for (Map.Entry<String, YamlPlace> entry : place.entries().entrySet()) {
      FieldPath path =
          FieldPath.parse(entry.getKey())
              .orElseThrow(
                  () ->
                      entry.getValue().error("'" + entry.getKey() + "' is no path; write $.field"));
      Set<String> values = new LinkedHashSet<>();
      several(entry.getValue()).forEach(value -> values.add(value.text()));
      where.put(path, Set.copyOf(values));
    }
    return Map.copyOf(where);
  }

  static ErrorRules errors(Optional<YamlPlace> section) {
    if (section.isEmpty()) {
      return ErrorRules.BY_STATUS;
    }
    YamlPlace place = section.get().only("code", "message", "rules", "codes", "statuses");
    Map<String, ErrorClass> codes = new LinkedHashMap<>();
    place
        .find("codes")
        .ifPresent(map -> map.entries().forEach((code, at) -> codes.put(code, errorClass(at))));
    if (!codes.isEmpty() && place.find("code").isEmpty()) {
      throw place.error("'codes:' needs 'code:', the path where a refusal has its code");
    }
    return new ErrorRules(
        place.find("code").map(FieldPath::of).orElse(null),
        place.find("message").map(FieldPath::of).orElse(null),
        rules(place),
        Map.copyOf(codes),
        statuses(place));
  }

  private static List<ErrorRules.Rule> rules(YamlPlace place) {
    List<ErrorRules.Rule> rules = new ArrayList<>();
    place
        .find("rules")
        .ifPresent(
            list ->
                list.items()
                    .forEach(
                        item -> {
                          item.only("where", "class");
                          rules.add(
                              new ErrorRules.Rule(
                                  where(item.require("where")), errorClass(item.require("class"))));
                        }));
    return List.copyOf(rules);
  }

  private static Map<Integer, ErrorClass> statuses(YamlPlace place) {
    Map<Integer, ErrorClass> statuses = new LinkedHashMap<>();
    place
        .find("statuses")
        .ifPresent(
            map ->
                map.entries()
                    .forEach(
                        (status, at) -> {
                          if (!status.matches("[2-5]\\d\\d")) {
                            throw at.error("'" + status + "' is no HTTP status");
                          }
                          statuses.put(Integer.valueOf(status), errorClass(at));
                        }));
    return Map.copyOf(statuses);
  }

  private static ErrorClass errorClass(YamlPlace place) {
    return place.word(ErrorClass.class);
  }
}
