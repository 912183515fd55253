package io.entrepot.core.fulfilment;

import java.time.Instant;
import java.util.UUID;

/**
 * The warehouse handed all of an order to a carrier.
 *
 * @param carrier the carrier's code, such as {@code 04}: 1 to 32 characters
 * @param waybill the parcel's number: 1 to 64 characters
 * @param externalId the warehouse's own id of the shipment: 1 to 100 characters; ships once
 */
public record ShipOrder(
    UUID orderId, String carrier, String waybill, Instant shippedAt, String externalId) {

  public ShipOrder {
    Waybills.require(carrier, waybill);
    if (externalId.isBlank() || externalId.length() > 100) {
      throw new IllegalArgumentException("the shipment's id must have 1 to 100 characters");
    }
  }
}
