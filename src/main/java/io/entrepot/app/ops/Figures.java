package io.entrepot.app.ops;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.entrepot.app.event.EventBacklog;
import io.entrepot.app.message.MessageCount;
import io.entrepot.core.order.OrderStatus;
import java.util.List;
import java.util.Map;

/**
 * How much stands where.
 *
 * @param orders every status has an entry
 * @param subscriptions what each route has still to do
 */
@JsonNaming(SnakeCaseStrategy.class)
record Figures(
    Map<OrderStatus, Long> orders,
    List<MessageCount> messages,
    List<EventBacklog.Lag> subscriptions) {}
