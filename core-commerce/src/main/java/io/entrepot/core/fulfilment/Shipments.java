package io.entrepot.core.fulfilment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Port: keeps shipments; joins the caller's transaction. */
public interface Shipments {
  Optional<Shipment> findByExternalId(String externalId);

  Optional<Shipment> findByWaybill(String carrier, String waybill);

  void add(Shipment shipment, List<ShippedLine> lines);

  /**
   * Notes what a carrier tells; the newest by the carrier's time is the parcel's state.
   *
   * @return false when the same notice was noted before
   */
  boolean track(UUID shipmentId, RecordTracking notice, Instant now);
}
