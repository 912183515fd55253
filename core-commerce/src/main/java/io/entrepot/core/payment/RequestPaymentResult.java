package io.entrepot.core.payment;

import java.util.UUID;

/** What became of a request for payment. */
public sealed interface RequestPaymentResult {

  /** Stored; the event {@code payment.requested} is in the outbox. */
  record Requested(PaymentRequested payment) implements RequestPaymentResult {}

  /** The order has a live payment already; nothing was done. */
  record AlreadyRequested(UUID paymentId) implements RequestPaymentResult {}

  record Refused(PaymentRefusal code, String detail) implements RequestPaymentResult {}
}
