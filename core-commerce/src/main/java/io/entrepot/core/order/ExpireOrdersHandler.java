package io.entrepot.core.order;

/** Cancels what was not paid in time; tells how many. */
public interface ExpireOrdersHandler {
  int handle(ExpireOrders command);
}
