package io.entrepot.connectors.spi.sandbox;

import java.util.SplittableRandom;

/** A fault that is on. Which chances it takes depends on the seed alone, not on the clock. */
final class SwitchedFault {
  private final FaultOrder order;
  private final SplittableRandom chances;
  private long taken;
  private long struck;

  SwitchedFault(FaultOrder order) {
    this.order = order;
    this.chances = new SplittableRandom(order.seed());
  }

  synchronized boolean strikes() {
    taken++;
    boolean strikes = chances.nextDouble() < order.rate() && struck < order.count();
    struck += strikes ? 1 : 0;
    return strikes;
  }

  /** One of so many; from the same seed as the strikes. */
  synchronized int pick(int bound) {
    return chances.nextInt(bound);
  }

  synchronized long chances() {
    return taken;
  }

  synchronized long struck() {
    return struck;
  }

  FaultOrder order() {
    return order;
  }
}
