package io.entrepot.core.commit;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Doubling pauses before the database is asked again. */
final class Pause {
  private static final long MILLIS_FIRST = 20;
  private static final long MILLIS_MAX = 500;

  private long millis = MILLIS_FIRST;

  void take() {
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
    millis = Math.min(2 * millis, MILLIS_MAX);
  }
}
