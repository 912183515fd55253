package io.entrepot.app.console;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * How fast a total grows, from readings taken while somebody looks. It knows nothing of the time
 * before the first look and says so rather than zero.
 */
final class Pace {
  private static final Duration BETWEEN = Duration.ofSeconds(2);
  private static final Duration WINDOW = Duration.ofMinutes(1);
  private static final Duration MEMORY = Duration.ofMinutes(15);
  private static final int POINTS = 24;
  private static final int WIDTH = 72;
  private static final int HEIGHT = 24;

  private record Reading(Instant at, long total) {}

  private final Clock clock;
  private final Deque<Reading> readings = new ArrayDeque<>();

  Pace(Clock clock) {
    this.clock = clock;
  }

  synchronized void read(long total) {
    var now = clock.instant();
    var last = readings.peekLast();
    if (last == null || !last.at().plus(BETWEEN).isAfter(now)) {
      readings.addLast(new Reading(now, total));
    }
    while (readings.getFirst().at().plus(MEMORY).isBefore(now)) {
      readings.removeFirst();
    }
  }

  /** Over the last minute, or as much of it as was seen. */
  synchronized OptionalLong perMinute() {
    var last = readings.peekLast();
    return last == null ? OptionalLong.empty() : perMinute(last.at().minus(WINDOW), last.at());
  }

  /** The line of a small chart, 72 by 24, over as much of the last minutes as was seen. */
  synchronized String line() {
    if (readings.size() < 2) {
      return "";
    }
    var from = readings.getFirst().at();
    var step = Duration.between(from, readings.getLast().at()).dividedBy(POINTS);
    var rates = new long[POINTS];
    long highest = 1;
    for (int point = 0; point < POINTS; point++) {
      var start = from.plus(step.multipliedBy(point));
      rates[point] = perMinute(start, start.plus(step)).orElse(0);
      highest = Math.max(highest, rates[point]);
    }
    return path(rates, highest);
  }

  synchronized int size() {
    return readings.size();
  }

  private static String path(long[] rates, long highest) {
    var path = new StringBuilder();
    for (int point = 0; point < rates.length; point++) {
      double x = (double) WIDTH * point / (rates.length - 1);
      double y = HEIGHT - 2 - (HEIGHT - 4.0) * rates[point] / highest;
      path.append(String.format(Locale.ROOT, "%s%.1f %.1f", point == 0 ? "M" : "L", x, y));
    }
    return path.toString();
  }

  private OptionalLong perMinute(Instant from, Instant to) {
    Reading first = null;
    Reading last = null;
    for (var reading : readings) {
      if (!reading.at().isAfter(from) || first == null) {
        first = reading;
      }
      if (!reading.at().isAfter(to) || last == null) {
        last = reading;
      }
    }
    if (first == null
        || last == null
        || Duration.between(first.at(), last.at()).compareTo(BETWEEN) < 0) {
      return OptionalLong.empty();
    }
    long grown = Math.max(0, last.total() - first.total());
    return OptionalLong.of(
        Math.round(grown * 60_000.0 / Duration.between(first.at(), last.at()).toMillis()));
  }
}
