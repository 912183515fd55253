package io.entrepot.core.payment;

import io.entrepot.core.money.Money;
import java.util.UUID;

/**
 * The buyer has authorised a payment at the provider: take the money.
 *
 * @param providerKey the provider's own key of the payment: 1 to 200 characters
 * @param amount as the provider's return tells it; must equal what was asked for
 */
public record ConfirmPayment(UUID paymentId, String providerKey, Money amount) {

  public ConfirmPayment {
    if (providerKey.isBlank() || providerKey.length() > 200) {
      throw new IllegalArgumentException("the provider's key must have 1 to 200 characters");
    }
  }
}
