package io.entrepot.core.order;

import java.time.Instant;
import java.util.UUID;

/**
 * {@code order.cancelled}: its stock is given back.
 *
 * @param reason a code, such as {@code EXPIRED}
 */
public record OrderCancelled(UUID orderId, String reason, Instant cancelledAt)
    implements OrderEvent {

  @Override
  public String name() {
    return "order.cancelled";
  }
}
