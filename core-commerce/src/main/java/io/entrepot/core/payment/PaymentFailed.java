package io.entrepot.core.payment;

import io.entrepot.core.money.Money;
import io.entrepot.core.order.OrderEvent;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * {@code payment.failed}: the order is not paid.
 *
 * @param code the provider's, or ours
 */
public record PaymentFailed(
    UUID paymentId,
    UUID orderId,
    String provider,
    String providerKey,
    Money amount,
    @Nullable String code,
    @Nullable String text)
    implements OrderEvent {

  @Override
  public String name() {
    return "payment.failed";
  }
}
