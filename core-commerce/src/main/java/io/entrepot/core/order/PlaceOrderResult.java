package io.entrepot.core.order;

import java.util.UUID;

/** What became of a wish to order. */
public sealed interface PlaceOrderResult {

  /** Stored and its stock reserved under the lock id. */
  record Placed(UUID orderId, UUID lockId, UUID correlationId) implements PlaceOrderResult {}

  /** The reference was placed before; nothing was done. */
  record AlreadyPlaced(UUID orderId) implements PlaceOrderResult {}

  /**
   * Nothing was stored.
   *
   * @param detail for people: names the SKUs or amounts
   */
  record Refused(PlaceOrderRefusal code, String detail) implements PlaceOrderResult {}
}
