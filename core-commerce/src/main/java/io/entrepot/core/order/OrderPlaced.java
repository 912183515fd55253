package io.entrepot.core.order;

import io.entrepot.core.money.Money;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.UUID;

/** {@code order.placed}: stock is reserved until {@code expiresAt}; nothing about the buyer. */
public record OrderPlaced(
    UUID orderId,
    String channel,
    String reference,
    UUID lockId,
    Currency currency,
    List<EventLine> lines,
    List<Charge> charges,
    Money total,
    Instant expiresAt)
    implements OrderEvent {

  @Override
  public String name() {
    return "order.placed";
  }

  @Override
  public boolean personal() {
    return false;
  }
}
