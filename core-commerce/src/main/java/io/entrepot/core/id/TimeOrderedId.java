package io.entrepot.core.id;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * UUID version 7 (RFC 9562): milliseconds first, then a count within the millisecond, then 62
 * random bits. Indexes stay dense, and what one node names later sorts later, for up to 4 096 ids a
 * millisecond.
 */
public final class TimeOrderedId {
  // A kept generator: drawing from the system for each id would cost more than the rest of an
  // order.
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int COUNT_BITS = 12;
  private static final long COUNT_MASK = (1L << COUNT_BITS) - 1;

  /** Milliseconds and count of the id before. */
  private static final AtomicLong LAST = new AtomicLong();

  private TimeOrderedId() {}

  public static UUID next(Clock clock) {
    long first = clock.millis() << COUNT_BITS;
    long place = LAST.updateAndGet(last -> after(last, first));
    long high = ((place & ~COUNT_MASK) << (16 - COUNT_BITS)) | 0x7000L | (place & COUNT_MASK);
    long low = 0x8000000000000000L | (RANDOM.nextLong() & 0x3FFFFFFFFFFFFFFFL);
    return new UUID(high, low);
  }

  /** Ids stay distinct by their random bits where a count begins anew. */
  private static long after(long last, long first) {
    boolean sameMillisecond = (last & ~COUNT_MASK) == first;
    return sameMillisecond && (last & COUNT_MASK) < COUNT_MASK ? last + 1 : first;
  }
}
