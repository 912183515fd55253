package io.entrepot.connectors.spi;

import io.entrepot.core.money.Money;

/**
 * Charge this.
 *
 * @param paymentId our id; the partner knows the payment by it
 * @param providerKey the partner's id of what the buyer authorised
 * @param amount what we want, in full
 */
public record PaymentConfirmation(String paymentId, String providerKey, Money amount) {}
