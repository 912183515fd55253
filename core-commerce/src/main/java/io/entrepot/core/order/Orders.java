package io.entrepot.core.order;

import io.entrepot.core.jdbc.SqlFragment;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Port: keeps orders; joins the caller's transaction. */
public interface Orders {
  /** Those of the references that were placed; others have no entry. */
  Map<OrderReference, UUID> known(Collection<OrderReference> references);

  /** Makes what is personal unreadable; slow, so not to be called where others wait. */
  SealedParties seal(Buyer buyer, Address shipTo);

  /**
   * What the running transaction must send to add these; an order's own row is the first line of
   * its audit trail. It fails as a whole when a reference was placed before.
   */
  List<SqlFragment> adding(List<AcceptedOrder> accepted);

  /** Locks the order until the transaction ends; empty if never placed. */
  Optional<Order> lock(UUID orderId);

  /** Locks those that exist, in the order of their ids, until the transaction ends. */
  List<Order> lock(Collection<UUID> orderIds);

  /** What was ordered, without anything personal. */
  List<PlacedLine> lines(UUID orderId);

  /** Stores what became of a locked order, with its line in the audit trail. */
  void save(Order before, Order after, OrderChange change);

  /** The same for many that change alike. */
  void saveAll(List<OrderStep> steps, OrderChange change);

  /** Orders whose time to pay ran out by then, oldest first; not locked. */
  List<UUID> overdue(Instant now, int limit);
}
