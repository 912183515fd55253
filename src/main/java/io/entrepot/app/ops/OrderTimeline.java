package io.entrepot.app.ops;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.entrepot.core.order.OrderStatus;
import java.util.List;
import java.util.UUID;

/**
 * The whole way of an order.
 *
 * @param total as in {@code 15000 KRW}
 * @param hops by time
 */
@JsonNaming(SnakeCaseStrategy.class)
public record OrderTimeline(
    UUID orderId,
    String channel,
    String reference,
    OrderStatus status,
    String total,
    List<Hop> hops) {}
