package io.entrepot.core.payment;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What became of a wish to take the money. */
public sealed interface ConfirmPaymentResult {

  /**
   * The provider took the money; now or, for a repeat, before.
   *
   * @param refundDue true when the order was cancelled meanwhile and the money must go back
   */
  record Completed(UUID paymentId, UUID orderId, boolean refundDue)
      implements ConfirmPaymentResult {}

  /** The provider refused; the order is cancelled and its stock given back. */
  record Declined(UUID paymentId, UUID orderId, @Nullable String code, @Nullable String text)
      implements ConfirmPaymentResult {}

  /** Nobody knows yet; {@link ResolveUnknownPayments} will find out. */
  record Unknown(UUID paymentId, UUID orderId) implements ConfirmPaymentResult {}

  /** Nothing was sent to the provider. */
  record Refused(PaymentRefusal code, String detail) implements ConfirmPaymentResult {}
}
