package io.entrepot.core.order;

/** Cancels an order that the warehouse has not taken yet. */
public interface CancelOrderHandler {
  OrderStepResult handle(CancelOrder command);
}
