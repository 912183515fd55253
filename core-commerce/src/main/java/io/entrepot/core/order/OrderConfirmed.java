package io.entrepot.core.order;

import io.entrepot.core.money.Money;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.UUID;

/** {@code order.confirmed}: paid in full, stock allocated; carries personal data. */
public record OrderConfirmed(
    UUID orderId,
    String channel,
    String reference,
    Currency currency,
    Money total,
    List<EventLine> lines,
    List<Charge> charges,
    EventBuyer buyer,
    Address shipTo,
    Instant confirmedAt)
    implements OrderEvent {

  @Override
  public String name() {
    return "order.confirmed";
  }
}
