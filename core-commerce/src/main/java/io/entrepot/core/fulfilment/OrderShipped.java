package io.entrepot.core.fulfilment;

import io.entrepot.core.order.OrderEvent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** {@code order.shipped}: a parcel is on its way. */
public record OrderShipped(
    UUID orderId,
    UUID shipmentId,
    String carrier,
    String waybill,
    List<ShippedLine> lines,
    Instant shippedAt)
    implements OrderEvent {

  @Override
  public String name() {
    return "order.shipped";
  }
}
