package io.entrepot.connectors.spi.sandbox.rest;

import io.entrepot.connectors.spi.RateLimit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** Lets a number of requests through in each stretch of time; what is more is told when to come. */
final class RestLimit {
  private final RateLimit limit;
  private final Deque<Instant> passed = new ArrayDeque<>();

  RestLimit(RateLimit limit) {
    this.limit = limit;
  }

  /** Zero lets it through; else the seconds to wait. */
  synchronized long pauseSeconds(Instant now) {
    if (limit.unlimited()) {
      return 0;
    }
    while (!passed.isEmpty() && !passed.peekFirst().plus(limit.period()).isAfter(now)) {
      passed.removeFirst();
    }
    if (passed.size() < limit.calls()) {
      passed.addLast(now);
      return 0;
    }
    Duration wait = Duration.between(now, passed.getFirst().plus(limit.period()));
    return Math.max(1, (wait.toMillis() + 999) / 1000);
  }
}
