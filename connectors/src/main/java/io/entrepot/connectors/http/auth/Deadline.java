package io.entrepot.connectors.http.auth;

import java.time.Duration;

/** When a caller's patience ends, by a clock that never jumps. */
final class Deadline {
  private static final Duration LEAST = Duration.ofMillis(1);

  private final long endNanos;

  private Deadline(long endNanos) {
    this.endNanos = endNanos;
  }

  static Deadline after(Duration duration) {
    return new Deadline(System.nanoTime() + duration.toNanos());
  }

  boolean passed() {
    return endNanos - System.nanoTime() <= 0;
  }

  /** At least a millisecond: a time-out of zero is refused by those who take one. */
  Duration left() {
    Duration left = Duration.ofNanos(endNanos - System.nanoTime());
    return left.compareTo(LEAST) < 0 ? LEAST : left;
  }
}
