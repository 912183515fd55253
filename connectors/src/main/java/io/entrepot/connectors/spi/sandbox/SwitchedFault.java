package io.entrepot.connectors.spi.sandbox;

import java.util.SplittableRandom;

/** A fault that is on. Which chances it takes depends on the seed alone, not on the clock. */
final class SwitchedFault {
  private final double rate;
  private final long seed;
  private final long count;
  private final SplittableRandom chances;
  private long struck;

  SwitchedFault(double rate, long seed, long count) {
    if (!(rate > 0 && rate <= 1) || count < 1) {
      throw new IllegalArgumentException("a rate is above 0 and at most 1, a count at least 1");
    }
    this.rate = rate;
    this.seed = seed;
    this.count = count;
    this.chances = new SplittableRandom(seed);
  }

  synchronized boolean strikes() {
    boolean strikes = chances.nextDouble() < rate && struck < count;
    struck += strikes ? 1 : 0;
    return strikes;
  }

  synchronized long struck() {
    return struck;
  }

  double rate() {
    return rate;
  }

  long seed() {
    return seed;
  }

  long count() {
    return count;
  }
}
