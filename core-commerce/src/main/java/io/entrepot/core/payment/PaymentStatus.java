package io.entrepot.core.payment;

import java.util.EnumSet;
import java.util.Set;

/** Where a payment stands; the table below is the only place that says which steps are legal. */
public enum PaymentStatus {
  /** Asked of the buyer; nothing sent to charge it. */
  PENDING,
  /** A charge was sent; its outcome is not yet stored. */
  PROCESSING,
  /** A charge was sent and nobody knows the outcome; the resolver asks the provider. */
  UNKNOWN,
  COMPLETED,
  FAILED,
  /** Its order was cancelled before anything was charged. */
  CANCELLED;

  public boolean allows(PaymentStatus step) {
    return next().contains(step);
  }

  /** A charge was sent and its outcome is not known. */
  public boolean isOpen() {
    return this == PROCESSING || this == UNKNOWN;
  }

  private Set<PaymentStatus> next() {
    return switch (this) {
      case PENDING -> EnumSet.of(PROCESSING, CANCELLED);
      case PROCESSING, UNKNOWN -> EnumSet.of(UNKNOWN, COMPLETED, FAILED);
      case COMPLETED, FAILED, CANCELLED -> EnumSet.noneOf(PaymentStatus.class);
    };
  }
}
