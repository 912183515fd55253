package io.entrepot.core.payment;

/** Why a payment was not requested or not confirmed; nothing was charged. */
public enum PaymentRefusal {
  UNKNOWN_ORDER,
  UNKNOWN_PAYMENT,
  /** The order is cancelled or paid. */
  ORDER_NOT_PAYABLE,
  AMOUNT_MISMATCH,
  /** Another charge for this payment is under way. */
  PAYMENT_IN_PROGRESS,
  ALREADY_PAID,
  /** The payment failed or was cancelled. */
  PAYMENT_CLOSED,
  /** The provider's key was used for another payment. */
  PROVIDER_KEY_USED
}
