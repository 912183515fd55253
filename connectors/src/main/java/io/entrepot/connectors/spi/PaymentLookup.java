package io.entrepot.connectors.spi;

import io.entrepot.core.money.Money;

/**
 * What became of this payment?
 *
 * @param paymentId our id
 * @param amount what we wanted; another amount at the partner is never an approval
 */
public record PaymentLookup(String paymentId, Money amount) {}
