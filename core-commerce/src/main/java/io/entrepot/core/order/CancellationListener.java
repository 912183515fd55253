package io.entrepot.core.order;

import java.util.List;
import java.util.UUID;

/**
 * Port: a later context that must act in the same transaction in which an order is cancelled, such
 * as payment, whose open requests close with the order.
 */
public interface CancellationListener {
  /** Returns what happened; the caller appends it to the outbox. */
  List<? extends OrderEvent> cancelled(UUID orderId, String reason);
}
