package io.entrepot.core.order;

import io.entrepot.core.event.EventOutbox;
import io.entrepot.core.inventory.MovementReason;
import io.entrepot.core.jdbc.SqlTime;
import io.entrepot.core.jdbc.Transactions;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Cancels what was not paid in time. An order whose charge is under way or unknown is left to its
 * outcome. Each order is a transaction of its own; two nodes at once do no harm.
 */
@Component
public class ExpireOrdersHandler {
  private static final String REASON = "EXPIRED";
  private static final String ACTOR = "system";

  private final Orders orders;
  private final OrderStepHandler steps;
  private final EventOutbox outbox;
  private final Transactions transactions;
  private final Clock clock;

  public ExpireOrdersHandler(
      Orders orders,
      OrderStepHandler steps,
      EventOutbox outbox,
      Transactions transactions,
      Clock clock) {
    this.orders = orders;
    this.steps = steps;
    this.outbox = outbox;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** How many it cancelled; fewer than the limit means that none is left. */
  public int handle(ExpireOrders command) {
    Transactions.requireNone("expiring orders");
    int expired = 0;
    for (UUID orderId : orders.overdue(SqlTime.now(clock), command.limit())) {
      expired += transactions.call(() -> expire(orderId));
    }
    return expired;
  }

  private int expire(UUID orderId) {
    Order order = steps.lock(orderId).orElseThrow();
    if (!order.isOverdue(SqlTime.now(clock))) {
      return 0;
    }
    outbox.append(steps.cancel(order, REASON, MovementReason.EXPIRED, ACTOR));
    return 1;
  }
}
