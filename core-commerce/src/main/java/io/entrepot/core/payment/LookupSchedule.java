package io.entrepot.core.payment;

import java.time.Duration;
import java.time.Instant;

/** When a provider is asked about a charge whose outcome is not stored. */
final class LookupSchedule {
  // A call to a provider ends within 30 s. An outcome that is not stored well after that never will
  // be: the node that waited for it is gone.
  private static final Duration IN_FLIGHT = Duration.ofSeconds(45);
  private static final Duration FIRST = Duration.ofSeconds(5);
  // 5 s doubled six times passes five minutes, the longest that an order should stay in doubt.
  private static final int DOUBLINGS = 6;
  private static final Duration LONGEST = Duration.ofMinutes(5);

  private LookupSchedule() {}

  static Instant afterSending(Instant now) {
    return now.plus(IN_FLIGHT);
  }

  static Instant afterLookup(Instant now, int lookups) {
    Duration wait = FIRST.multipliedBy(1L << Math.min(lookups, DOUBLINGS));
    return now.plus(wait.compareTo(LONGEST) > 0 ? LONGEST : wait);
  }
}
