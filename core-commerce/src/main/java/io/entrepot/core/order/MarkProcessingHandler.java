package io.entrepot.core.order;

import io.entrepot.core.jdbc.Transactions;
import org.springframework.stereotype.Component;

/** Notes that the warehouse has taken an order; a repeat, also a late one, does nothing. */
@Component
public class MarkProcessingHandler {
  private static final String ACTOR = "warehouse";

  private final OrderStepHandler steps;
  private final Transactions transactions;

  public MarkProcessingHandler(OrderStepHandler steps, Transactions transactions) {
    this.steps = steps;
    this.transactions = transactions;
  }

  public OrderStepResult handle(MarkProcessing command) {
    return transactions.call(
        () ->
            steps
                .lock(command.orderId())
                .map(this::process)
                .orElseGet(() -> OrderStepResult.unknownOrder(command.orderId())));
  }

  private OrderStepResult process(Order order) {
    return switch (order.status()) {
      case CONFIRMED -> new OrderStepResult.Done(steps.process(order, ACTOR).status());
      // The warehouse's answer may come after its own notice that the parcel has left.
      case PROCESSING, SHIPPED, DELIVERED, COMPLETED, RETURNED ->
          new OrderStepResult.Repeated(order.status());
      case PENDING, PAYMENT_PROCESSING, CANCELLED ->
          OrderStepResult.illegal(order, OrderStatus.PROCESSING);
    };
  }
}
