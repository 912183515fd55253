package io.entrepot.core.order;

import static java.util.stream.Collectors.toCollection;

import io.entrepot.core.commit.GroupWork;
import io.entrepot.core.event.EventOutbox;
import io.entrepot.core.inventory.MovementReason;
import io.entrepot.core.jdbc.SqlTime;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Cancels the unpaid orders of a group; true for those that were still overdue. */
final class ExpiringOrders implements GroupWork<UUID, Boolean> {
  private static final String REASON = "EXPIRED";
  private static final String ACTOR = "system";

  private final OrderStepHandler steps;
  private final EventOutbox outbox;
  private final Clock clock;

  ExpiringOrders(OrderStepHandler steps, EventOutbox outbox, Clock clock) {
    this.steps = steps;
    this.outbox = outbox;
    this.clock = clock;
  }

  @Override
  public List<Boolean> decide(List<UUID> orderIds) {
    Instant now = SqlTime.now(clock);
    List<Order> overdue =
        steps.lock(orderIds).stream().filter(order -> order.isOverdue(now)).toList();
    if (!overdue.isEmpty()) {
      outbox.append(steps.cancelAll(overdue, REASON, MovementReason.EXPIRED, ACTOR));
    }
    Set<UUID> expired = overdue.stream().map(Order::orderId).collect(toCollection(HashSet::new));
    // Two that ask at once may name the same order in one group: the first of them expired it.
    return orderIds.stream().map(expired::remove).toList();
  }

  /** Nothing needs to be known: an order that is cancelled is not overdue when tried again. */
  @Override
  public List<Optional<Boolean>> known(List<UUID> orderIds) {
    return orderIds.stream().map(order -> Optional.<Boolean>empty()).toList();
  }
}
