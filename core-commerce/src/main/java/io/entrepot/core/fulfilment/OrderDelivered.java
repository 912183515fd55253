package io.entrepot.core.fulfilment;

import io.entrepot.core.order.OrderEvent;
import java.time.Instant;
import java.util.UUID;

/** {@code order.delivered}: the carrier says that the parcel has arrived. */
public record OrderDelivered(UUID orderId, String carrier, String waybill, Instant deliveredAt)
    implements OrderEvent {

  @Override
  public String name() {
    return "order.delivered";
  }
}
