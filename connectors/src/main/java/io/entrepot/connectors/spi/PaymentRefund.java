package io.entrepot.connectors.spi;

import io.entrepot.core.money.Money;

/**
 * Give this back.
 *
 * @param refundId ours; the same id is refunded once
 * @param providerKey the partner's id of the captured payment
 * @param amount positive, at most what is left of the capture
 * @param reason shown to the buyer; 1 to 200 characters
 */
public record PaymentRefund(String refundId, String providerKey, Money amount, String reason) {}
