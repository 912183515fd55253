package io.entrepot.connectors.spi;

import java.time.Duration;

/**
 * At most {@code calls} in each stretch of {@code period}.
 *
 * @param calls positive
 * @param period positive
 */
public record RateLimit(int calls, Duration period) {
  public static final RateLimit UNLIMITED = new RateLimit(Integer.MAX_VALUE, Duration.ofSeconds(1));

  public RateLimit {
    if (calls < 1 || period.isZero() || period.isNegative()) {
      throw new IllegalArgumentException("a rate limit lets at least one call through");
    }
  }

  public static RateLimit perSecond(int calls) {
    return new RateLimit(calls, Duration.ofSeconds(1));
  }

  public boolean unlimited() {
    return calls == Integer.MAX_VALUE;
  }
}
