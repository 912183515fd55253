package io.entrepot.core.order;

import io.entrepot.core.event.EventOutbox;
import io.entrepot.core.inventory.MovementReason;
import io.entrepot.core.jdbc.Transactions;
import org.springframework.stereotype.Component;

/**
 * Cancels an order that the warehouse has not taken yet. One that was paid leaves a refund that is
 * due; a charge that is under way is refunded should it succeed.
 */
@Component
public class CancelOrderHandler {
  private final OrderStepHandler steps;
  private final EventOutbox outbox;
  private final Transactions transactions;

  public CancelOrderHandler(OrderStepHandler steps, EventOutbox outbox, Transactions transactions) {
    this.steps = steps;
    this.outbox = outbox;
    this.transactions = transactions;
  }

  public OrderStepResult handle(CancelOrder command) {
    return transactions.call(
        () ->
            steps
                .lock(command.orderId())
                .map(order -> cancel(order, command))
                .orElseGet(() -> OrderStepResult.unknownOrder(command.orderId())));
  }

  private OrderStepResult cancel(Order order, CancelOrder command) {
    if (order.status() == OrderStatus.CANCELLED) {
      return new OrderStepResult.Repeated(order.status());
    }
    if (!order.status().allows(OrderStatus.CANCELLED)) {
      return OrderStepResult.illegal(order, OrderStatus.CANCELLED);
    }
    outbox.append(steps.cancel(order, command.reason(), MovementReason.RELEASED, command.actor()));
    return new OrderStepResult.Done(OrderStatus.CANCELLED);
  }
}
