package io.entrepot.core.fulfilment;

/** Notes that an order has left. */
public interface ShipOrderHandler {
  io.entrepot.core.order.OrderStepResult handle(ShipOrder command);
}
