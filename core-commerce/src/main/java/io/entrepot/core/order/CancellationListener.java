package io.entrepot.core.order;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Port: a later context that must act in the same transaction in which orders are cancelled, such
 * as payment, whose open requests close with them.
 */
public interface CancellationListener {
  /** Returns what happened; the caller appends it to the outbox. */
  List<? extends OrderEvent> cancelled(Collection<UUID> orderIds, String reason);
}
