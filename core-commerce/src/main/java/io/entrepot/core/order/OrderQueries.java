package io.entrepot.core.order;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Port: reads orders; changes nothing. Refused wishes are no orders and appear nowhere here. */
public interface OrderQueries {
  /** Empty if never placed; a cancelled order is still returned. */
  Optional<OrderView> find(UUID orderId);

  Optional<OrderView> findByReference(String channel, String reference);

  /**
   * Newest first.
   *
   * @param before the last order id of the page before, null for the first page
   * @param limit 1 to 1000
   */
  List<OrderSummary> list(OrderFilter filter, @Nullable UUID before, int limit);

  /** Has an entry for every status. */
  Map<OrderStatus, Long> countByStatus();

  /** The same for the orders of one import. */
  Map<OrderStatus, Long> countByStatus(UUID batchId);

  /** By status and currency; what is empty has no row. */
  List<OrderTotals> totals();

  /** The same for the orders of one import. */
  List<OrderTotals> totals(UUID batchId);

  /**
   * Orders paid in [from, to) in the order of payment, whatever became of them later. Read in pages
   * while the stream is used; holds no connection in between. A payment of this instant may still
   * be committing: who must miss none lets {@code to} lie 30 seconds back.
   */
  Stream<OrderView> confirmedBetween(Instant from, Instant to);

  /** Oldest first; empty for an unknown order. */
  List<OrderHistoryEntry> history(UUID orderId);
}
