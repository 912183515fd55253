package io.entrepot.core.payment;

/** Where a payment stands. */
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
  CANCELLED
}
