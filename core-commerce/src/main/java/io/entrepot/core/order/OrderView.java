package io.entrepot.core.order;

import io.entrepot.core.money.Money;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order with everything that belongs to it, personal data in the clear: show it masked.
 *
 * @param lockId under which its stock is held
 * @param total lines and charges together
 * @param expiresAt until when it must be paid
 * @param confirmedAt when it was paid
 * @param version counts its changes from 1
 */
public record OrderView(
    UUID orderId,
    String channel,
    String reference,
    UUID lockId,
    OrderStatus status,
    Currency currency,
    List<PlacedLine> lines,
    List<Charge> charges,
    Money total,
    Buyer buyer,
    Address shipTo,
    @Nullable Instant partnerOrderDate,
    @Nullable UUID batchId,
    Instant placedAt,
    Instant expiresAt,
    @Nullable Instant confirmedAt,
    Instant updatedAt,
    long version) {

  /** Ties together all messages of this order. */
  public UUID correlationId() {
    return orderId;
  }
}
