package io.entrepot.app.reconcile;

import io.entrepot.core.order.OrderQueries;
import io.entrepot.core.order.OrderStatus;
import io.entrepot.core.order.OrderTotals;
import io.entrepot.core.order.OrderView;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** What the orders themselves say. */
final class OrderFigures {
  static final Set<OrderStatus> HELD =
      EnumSet.of(OrderStatus.PENDING, OrderStatus.PAYMENT_PROCESSING);
  static final Set<OrderStatus> DELIVERED =
      EnumSet.of(OrderStatus.DELIVERED, OrderStatus.COMPLETED, OrderStatus.RETURNED);
  static final Set<OrderStatus> SHIPPED = with(DELIVERED, OrderStatus.SHIPPED);
  static final Set<OrderStatus> ASKED = with(SHIPPED, OrderStatus.PROCESSING);
  static final Set<OrderStatus> SOLD = with(ASKED, OrderStatus.CONFIRMED);

  private final Map<OrderStatus, Long> orders = new EnumMap<>(OrderStatus.class);
  private final Map<OrderStatus, Long> pieces = new EnumMap<>(OrderStatus.class);

  /** Ever paid, also if cancelled later. */
  long paid;

  final Sums paidSum = new Sums();
  long mailed;
  long exported;
  long exportedRows;
  final Sums exportedSum = new Sums();
  long unexported;

  private OrderFigures() {}

  /**
   * Counts anew, order by order.
   *
   * @param exported the orders that are in files
   * @param exportedUntil orders paid before this moment must be
   */
  static OrderFigures of(
      OrderQueries queries, Set<UUID> exported, Instant exportedUntil, Instant now) {
    OrderFigures figures = new OrderFigures();
    for (OrderTotals totals : queries.totals()) {
      figures.orders.merge(totals.status(), totals.orders(), Long::sum);
      figures.pieces.merge(totals.status(), totals.pieces(), Long::sum);
    }
    try (Stream<OrderView> confirmed = queries.confirmedBetween(Instant.EPOCH, now)) {
      confirmed.forEach(order -> figures.add(order, exported, exportedUntil));
    }
    return figures;
  }

  private void add(OrderView order, Set<UUID> inFiles, Instant exportedUntil) {
    paid++;
    paidSum.add(order.total());
    if (order.buyer().email() != null) {
      mailed++;
    }
    if (inFiles.contains(order.orderId())) {
      exported++;
      exportedRows += order.lines().size() + order.charges().size();
      exportedSum.add(order.total());
    } else if (order.confirmedAt() != null && order.confirmedAt().isBefore(exportedUntil)) {
      unexported++;
    }
  }

  long orders(Set<OrderStatus> in) {
    return sum(orders, in);
  }

  long pieces(Set<OrderStatus> in) {
    return sum(pieces, in);
  }

  private static long sum(Map<OrderStatus, Long> byStatus, Set<OrderStatus> in) {
    return in.stream().mapToLong(status -> byStatus.getOrDefault(status, 0L)).sum();
  }

  private static Set<OrderStatus> with(Set<OrderStatus> others, OrderStatus one) {
    EnumSet<OrderStatus> all = EnumSet.copyOf(others);
    all.add(one);
    return all;
  }
}
