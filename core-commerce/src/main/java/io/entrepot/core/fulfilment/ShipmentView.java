package io.entrepot.core.fulfilment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A parcel with its lines and its tracking in the carrier's order of time.
 *
 * @param state the newest by the carrier's time, null before the first notice
 */
public record ShipmentView(
    UUID shipmentId,
    UUID orderId,
    String carrier,
    String waybill,
    String externalId,
    Instant shippedAt,
    @Nullable TrackingState state,
    @Nullable Instant deliveredAt,
    List<ShippedLine> lines,
    List<Tracking> tracking) {

  public record Tracking(TrackingState state, Instant at, @Nullable String detail) {}
}
