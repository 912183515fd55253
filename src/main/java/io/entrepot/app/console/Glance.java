package io.entrepot.app.console;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Figures read at most once a second, however many pages show them. */
final class Glance<T> {
  private static final Duration FRESH = Duration.ofMillis(900);

  private record Read<T>(T figures, Instant at) {}

  private final Supplier<T> source;
  private final Clock clock;
  private @Nullable Read<T> last;

  Glance(Supplier<T> source, Clock clock) {
    this.source = source;
    this.clock = clock;
  }

  synchronized T now() {
    var known = last;
    if (known == null || known.at().plus(FRESH).isBefore(clock.instant())) {
      known = new Read<>(source.get(), clock.instant());
      last = known;
    }
    return known.figures();
  }
}
