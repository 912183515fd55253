package io.entrepot.core.fulfilment;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Port: reads shipments; changes nothing. */
public interface FulfilmentQueries {
  /** Oldest first. */
  List<ShipmentView> byOrder(UUID orderId);

  Optional<ShipmentView> byWaybill(String carrier, String waybill);

  FulfilmentTotals totals();
}
