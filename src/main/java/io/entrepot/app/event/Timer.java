package io.entrepot.app.event;

import java.time.Duration;

/** Due at once, then whenever it was last set to. */
final class Timer {
  private volatile long atNanos = System.nanoTime();

  boolean due() {
    return System.nanoTime() - atNanos >= 0;
  }

  /** Zero or less when due. */
  Duration left() {
    return Duration.ofNanos(atNanos - System.nanoTime());
  }

  void in(Duration time) {
    atNanos = System.nanoTime() + time.toNanos();
  }
}
