package io.entrepot.core.payment;

import io.entrepot.core.money.Money;
import io.entrepot.core.order.OrderEvent;
import java.util.UUID;

/** {@code payment.completed}: the provider took the money. */
public record PaymentCompleted(
    UUID paymentId, UUID orderId, String provider, String providerKey, Money amount)
    implements OrderEvent {

  @Override
  public String name() {
    return "payment.completed";
  }
}
