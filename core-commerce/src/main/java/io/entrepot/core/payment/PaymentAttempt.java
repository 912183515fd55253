package io.entrepot.core.payment;

import io.entrepot.core.money.Money;
import java.util.UUID;

/**
 * One charge, committed before the provider is asked.
 *
 * @param attemptId the idempotency key towards the provider: the same at every repeat of this
 *     charge
 * @param attemptNo from 1
 * @param providerKey the provider's own key of the payment
 */
public record PaymentAttempt(
    UUID attemptId,
    UUID paymentId,
    int attemptNo,
    UUID orderId,
    String provider,
    String providerKey,
    Money amount) {}
