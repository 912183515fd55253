package io.entrepot.core.order;

import static java.util.stream.Collectors.summingInt;

import io.entrepot.core.catalog.Sku;
import io.entrepot.core.id.TimeOrderedId;
import io.entrepot.core.jdbc.SqlTime;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Makes the order of a wish whose rules hold and whose SKUs are known. */
final class NewOrder {
  private final Clock clock;
  private final OrderTerms terms;

  NewOrder(Clock clock, OrderTerms terms) {
    this.clock = clock;
    this.terms = terms;
  }

  OrderView of(PlaceOrder command, Map<String, Sku> skus) {
    Instant now = SqlTime.now(clock);
    return new OrderView(
        TimeOrderedId.next(clock),
        command.channel(),
        command.reference(),
        TimeOrderedId.next(clock),
        OrderStatus.PENDING,
        command.currency(),
        lines(command, skus),
        command.charges(),
        OrderAmounts.of(command).total(),
        command.buyer(),
        command.shipTo(),
        command.partnerOrderDate(),
        command.batchId(),
        now,
        now.plus(terms.timeToPay()),
        null,
        now,
        1);
  }

  /** Pieces by SKU; lines of one SKU at several prices add up. */
  static Map<Long, Integer> pieces(OrderView order) {
    return order.lines().stream()
        .collect(
            Collectors.groupingBy(
                PlacedLine::skuId, TreeMap::new, summingInt(PlacedLine::quantity)));
  }

  static OrderPlaced event(OrderView order) {
    return new OrderPlaced(
        order.orderId(),
        order.channel(),
        order.reference(),
        order.lockId(),
        order.currency(),
        order.lines().stream().map(EventLine::of).toList(),
        order.charges(),
        order.total(),
        order.expiresAt());
  }

  private static List<PlacedLine> lines(PlaceOrder command, Map<String, Sku> skus) {
    List<PlacedLine> lines = new ArrayList<>();
    for (OrderLine line : command.lines()) {
      Sku sku = Objects.requireNonNull(skus.get(line.skuCode()));
      lines.add(
          new PlacedLine(
              lines.size() + 1,
              sku.skuId(),
              sku.code(),
              sku.name(),
              line.quantity(),
              line.unitPrice(),
              line.amount()));
    }
    return lines;
  }
}
