package io.entrepot.core.payment;

import io.entrepot.core.money.Money;
import io.entrepot.core.order.OrderEvent;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code payment.requested}: a buyer can now be asked to pay; carries personal data. */
public record PaymentRequested(
    UUID paymentId,
    UUID orderId,
    String provider,
    Money amount,
    String orderName,
    String buyerName,
    @Nullable String buyerEmail,
    Instant expiresAt)
    implements OrderEvent {

  @Override
  public String name() {
    return "payment.requested";
  }

  /** Shows nothing personal. */
  @Override
  public String toString() {
    return "PaymentRequested[%s, order %s, %s]".formatted(paymentId, orderId, amount);
  }
}
