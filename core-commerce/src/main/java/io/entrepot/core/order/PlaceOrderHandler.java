package io.entrepot.core.order;

/** Places one order, all or nothing. */
public interface PlaceOrderHandler {
  PlaceOrderResult handle(PlaceOrder command);
}
