package io.entrepot.core.fulfilment;

import java.time.Instant;
import java.util.UUID;

/** A parcel of an order. */
public record Shipment(
    UUID shipmentId,
    UUID orderId,
    String externalId,
    String carrier,
    String waybill,
    Instant shippedAt) {}
