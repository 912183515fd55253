package io.entrepot.connectors.spi.sandbox;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/** A partner's clock: right, unless a fault struck what its thread is at. */
final class SkewedClock extends Clock {
  private final Clock right;

  SkewedClock(Clock right) {
    this.right = right;
  }

  @Override
  public Instant instant() {
    return right.instant().plus(Happening.now().skew());
  }

  @Override
  public ZoneId getZone() {
    return right.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return new SkewedClock(right.withZone(zone));
  }
}
