package io.entrepot.connectors.spi;

import java.time.Duration;

/**
 * How often a reading call is tried before it has failed. Calls that change something are tried
 * again by what they came from, in order, and not by this.
 *
 * @param attempts all tries counted, 1 to 10
 * @param first the pause before the second; a partner's own wish is kept where it is longer
 * @param factor by which pauses grow, 1 to 10
 * @param longest no pause is longer
 */
public record Retry(int attempts, Duration first, double factor, Duration longest) {
  /** One try. */
  public static final Retry NONE = new Retry(1, Duration.ofSeconds(1), 2, Duration.ofSeconds(30));

  public Retry {
    if (attempts < 1 || attempts > 10 || !(factor >= 1 && factor <= 10)) {
      throw new IllegalArgumentException("1 to 10 attempts, and a factor of 1 to 10");
    }
    if (first.isNegative() || longest.compareTo(first) < 0) {
      throw new IllegalArgumentException("the longest pause is not shorter than the first");
    }
  }

  /** The pause after that many failed tries. */
  public Duration after(int failed) {
    double millis = (double) first.toMillis() * Math.pow(factor, Math.max(0, failed - 1));
    return Duration.ofMillis((long) Math.min(millis, (double) longest.toMillis()));
  }
}
