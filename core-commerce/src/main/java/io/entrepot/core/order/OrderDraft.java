package io.entrepot.core.order;

import io.entrepot.core.event.EncodedEvent;
import io.entrepot.core.money.Money;
import java.time.Instant;
import java.util.UUID;

/**
 * An order that only lacks its stock: whatever takes time, ids, sums, sealing and the event, was
 * done on the thread of its caller.
 *
 * @param lockId under which its stock is to be held
 * @param charges of the total, the part that is not goods
 * @param placed the event that tells of it
 */
public record OrderDraft(
    UUID orderId,
    UUID lockId,
    PlaceOrder wish,
    Money charges,
    Money total,
    SealedParties parties,
    Instant placedAt,
    Instant expiresAt,
    EncodedEvent placed) {

  OrderReference reference() {
    return wish.key();
  }
}
