package io.entrepot.app.ops;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.entrepot.core.order.OrderStatus;
import io.entrepot.core.order.OrderSummary;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One order of a list; nothing personal. */
@JsonNaming(SnakeCaseStrategy.class)
record OrderRow(
    UUID orderId,
    String channel,
    String reference,
    OrderStatus status,
    String total,
    @Nullable UUID batchId,
    Instant placedAt,
    @Nullable Instant confirmedAt,
    Instant updatedAt) {

  static OrderRow of(OrderSummary order) {
    return new OrderRow(
        order.orderId(),
        order.channel(),
        order.reference(),
        order.status(),
        order.total().toString(),
        order.batchId(),
        order.placedAt(),
        order.confirmedAt(),
        order.updatedAt());
  }
}
