package io.entrepot.core.order;

import io.entrepot.core.event.EventOutbox;
import io.entrepot.core.id.TimeOrderedId;
import io.entrepot.core.jdbc.SqlTime;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Makes the draft of a wish whose rules hold. */
final class NewOrder {
  private final Orders orders;
  private final EventOutbox outbox;
  private final OrderTerms terms;
  private final Clock clock;

  NewOrder(Orders orders, EventOutbox outbox, OrderTerms terms, Clock clock) {
    this.orders = orders;
    this.outbox = outbox;
    this.terms = terms;
    this.clock = clock;
  }

  OrderDraft of(PlaceOrder wish) {
    Instant now = SqlTime.now(clock);
    Instant expiresAt = now.plus(terms.timeToPay());
    UUID orderId = TimeOrderedId.next(clock);
    UUID lockId = TimeOrderedId.next(clock);
    OrderAmounts amounts = OrderAmounts.of(wish);
    return new OrderDraft(
        orderId,
        lockId,
        wish,
        amounts.charges(),
        amounts.total(),
        orders.seal(wish.buyer(), wish.shipTo()),
        now,
        expiresAt,
        outbox.encode(
            new OrderPlaced(
                orderId,
                wish.channel(),
                wish.reference(),
                lockId,
                wish.currency(),
                lines(wish),
                wish.charges(),
                amounts.total(),
                expiresAt)));
  }

  private static List<EventLine> lines(PlaceOrder wish) {
    List<EventLine> lines = new ArrayList<>(wish.lines().size());
    for (OrderLine line : wish.lines()) {
      lines.add(
          new EventLine(
              lines.size() + 1, line.skuCode(), line.quantity(), line.unitPrice(), line.amount()));
    }
    return lines;
  }
}
