package io.entrepot.core.order;

import io.entrepot.core.money.Money;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One row of a list of orders; nothing personal. */
public record OrderSummary(
    UUID orderId,
    String channel,
    String reference,
    OrderStatus status,
    Money total,
    @Nullable UUID batchId,
    Instant placedAt,
    @Nullable Instant confirmedAt,
    Instant updatedAt) {}
