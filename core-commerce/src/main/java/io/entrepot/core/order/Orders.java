package io.entrepot.core.order;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Port: keeps orders; joins the caller's transaction. */
public interface Orders {
  Optional<UUID> findId(String channel, String reference);

  /** False when channel and reference are known; nothing is stored then. */
  boolean add(OrderView order, OrderChange change);

  /** Locks the order until the transaction ends; empty if never placed. */
  Optional<Order> lock(UUID orderId);

  /** What was ordered, without anything personal. */
  List<PlacedLine> lines(UUID orderId);

  /** Stores what became of a locked order, with its line in the audit trail. */
  void save(Order before, Order after, OrderChange change);

  /** Orders whose time to pay ran out by then, oldest first; not locked. */
  List<UUID> overdue(Instant now, int limit);
}
