package io.entrepot.core.payment;

import io.entrepot.core.money.Money;
import java.time.Instant;
import java.util.UUID;

/**
 * Money that was taken and must go back.
 *
 * @param reason a code, such as {@code ORDER_CANCELLED} or {@code AMOUNT_MISMATCH}
 */
public record RefundDue(
    UUID refundId, UUID paymentId, UUID orderId, Money amount, String reason, Instant since) {}
