package io.entrepot.core.order;

import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A buyer's wish; channel and reference together are its identity.
 *
 * @param channel who passed the order on, such as a mapping's partner: 1 to 64 characters
 * @param reference the channel's own number: 1 to 100 characters
 * @param partnerOrderDate when the channel took the order; for information only
 * @param batchId of the import that brought it
 */
public record PlaceOrder(
    String channel,
    String reference,
    Currency currency,
    List<OrderLine> lines,
    List<Charge> charges,
    Buyer buyer,
    Address shipTo,
    @Nullable Instant partnerOrderDate,
    @Nullable UUID batchId) {

  public PlaceOrder {
    requireLength("channel", channel, 64);
    requireLength("order reference", reference, 100);
    lines = List.copyOf(lines);
    charges = List.copyOf(charges);
  }

  OrderReference key() {
    return new OrderReference(channel, reference);
  }

  private static void requireLength(String what, String text, int atMost) {
    if (text.isBlank() || text.length() > atMost) {
      throw new IllegalArgumentException(
          "%s '%s' must have 1 to %d characters".formatted(what, text, atMost));
    }
  }
}
