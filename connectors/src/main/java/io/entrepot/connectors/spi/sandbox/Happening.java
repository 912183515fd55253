package io.entrepot.connectors.spi.sandbox;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What a thread of the sandbox is at: a request or an errand. What an errand was started by goes on
 * in it, so that the faults a request's header asked for strike what follows from it, too.
 *
 * @param name for reports, such as {@code POST /v1/shipments}
 * @param asked the faults of the header with their milliseconds, 0 for the fault's own
 * @param skew how far the partner's clock is ahead meanwhile
 */
record Happening(String name, Map<String, Long> asked, Duration skew) {
  static final Happening NOTHING = new Happening("by itself", Map.of(), Duration.ZERO);

  private static final ThreadLocal<Happening> NOW = ThreadLocal.withInitial(() -> NOTHING);

  /** Names by comma, each with its milliseconds if wanted: {@code slow=200, notice-twice}. */
  static Map<String, Long> parsed(String header) {
    Map<String, Long> asked = new LinkedHashMap<>();
    Arrays.stream(header.split(","))
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .forEach(text -> add(asked, text));
    return asked;
  }

  private static void add(Map<String, Long> asked, String text) {
    int equals = text.indexOf('=');
    String millis = equals < 0 ? "0" : text.substring(equals + 1).strip();
    if (!millis.matches("\\d{1,8}")) {
      throw new IllegalArgumentException(
          Faults.HEADER + " is name or name=milliseconds, by comma, not '" + text + "'");
    }
    asked.put(equals < 0 ? text : text.substring(0, equals).strip(), Long.parseLong(millis));
  }

  static Happening now() {
    return NOW.get();
  }

  Happening named(String other) {
    return new Happening(other, asked, skew);
  }

  Happening ahead(Duration by) {
    return new Happening(name, asked, by);
  }

  <T> T during(Supplier<T> work) {
    Happening before = NOW.get();
    NOW.set(this);
    try {
      return work.get();
    } finally {
      NOW.set(before);
    }
  }
}
