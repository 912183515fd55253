package io.entrepot.app.partner;

import io.entrepot.connectors.spi.RateLimit;

/**
 * Exact, where a bucket that fills up lets through twice the limit in one stretch: a call may go
 * when the one {@code calls} before it is a whole period old. First come, first served.
 */
final class CallWindow {
  private final long periodNanos;
  private final long[] last;
  private int next;
  private int used;

  CallWindow(RateLimit limit) {
    this.periodNanos = limit.period().toNanos();
    this.last = new long[limit.calls()];
  }

  /** Nanoseconds to wait; above {@code waitMax} nothing was reserved. */
  synchronized long reserve(long now, long waitMax) {
    long wait = used < last.length ? 0 : Math.max(0, last[next] + periodNanos - now);
    if (wait <= waitMax) {
      last[next] = now + wait;
      next = (next + 1) % last.length;
      used = Math.min(used + 1, last.length);
    }
    return wait;
  }
}
