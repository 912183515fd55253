package io.entrepot.core.id;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;

/**
 * UUID version 7 (RFC 9562): milliseconds first, then 74 random bits, so that indexes stay dense.
 */
public final class TimeOrderedId {
  // A kept generator: drawing from the system for each id would cost more than the rest of an
  // order.
  private static final SecureRandom RANDOM = new SecureRandom();

  private TimeOrderedId() {}

  public static UUID next(Clock clock) {
    // One draw: each takes the generator's lock.
    byte[] random = new byte[2 * Long.BYTES];
    RANDOM.nextBytes(random);
    ByteBuffer bits = ByteBuffer.wrap(random);
    long high = (clock.millis() << 16) | 0x7000L | (bits.getLong() & 0x0FFFL);
    long low = 0x8000000000000000L | (bits.getLong() & 0x3FFFFFFFFFFFFFFFL);
    return new UUID(high, low);
  }
}
