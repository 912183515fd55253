package io.entrepot.core.order;

import io.entrepot.core.catalog.Catalog;
import io.entrepot.core.catalog.Sku;
import io.entrepot.core.event.EventOutbox;
import io.entrepot.core.inventory.Reservations;
import io.entrepot.core.inventory.ReserveResult;
import io.entrepot.core.inventory.ReserveResult.TooLittle;
import io.entrepot.core.inventory.StockLanes;
import io.entrepot.core.inventory.StockLock;
import io.entrepot.core.jdbc.Transactions;
import io.entrepot.core.order.PlaceOrderResult.AlreadyPlaced;
import io.entrepot.core.order.PlaceOrderResult.Placed;
import io.entrepot.core.order.PlaceOrderResult.Refused;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionStatus;

/**
 * Places an order, all or nothing: stock reserved under a lock id, order, audit trail and event in
 * one transaction. A refusal writes nothing. Works outside the caller's transaction: an order that
 * was answered is committed; a repeat is recognised by channel and reference.
 */
@Component
public class PlaceOrderHandler {
  private final Orders orders;
  private final Catalog catalog;
  private final Reservations reservations;
  private final StockLock stockLock;
  private final EventOutbox outbox;
  private final Transactions transactions;
  private final PlaceOrderRules rules;
  private final NewOrder newOrder;

  public PlaceOrderHandler(
      Orders orders,
      Catalog catalog,
      Reservations reservations,
      StockLock stockLock,
      EventOutbox outbox,
      Transactions transactions,
      OrderTerms terms,
      Clock clock) {
    this.orders = orders;
    this.catalog = catalog;
    this.reservations = reservations;
    this.stockLock = stockLock;
    this.outbox = outbox;
    this.transactions = transactions;
    this.rules = new PlaceOrderRules(terms);
    this.newOrder = new NewOrder(clock, terms);
  }

  public PlaceOrderResult handle(PlaceOrder command) {
    Transactions.requireNone("placing an order");
    Optional<PlaceOrderResult> known = known(command);
    if (known.isPresent()) {
      return known.get();
    }
    Optional<Refused> objection = rules.objection(command);
    if (objection.isPresent()) {
      return objection.get();
    }
    Map<String, Sku> skus =
        catalog.findByCodes(command.lines().stream().map(OrderLine::skuCode).distinct().toList());
    Optional<Refused> unknownSku = rules.skuObjection(command, skus.keySet());
    return unknownSku.isPresent() ? unknownSku.get() : place(command, newOrder.of(command, skus));
  }

  private PlaceOrderResult place(PlaceOrder command, OrderView order) {
    Map<Long, Integer> pieces = NewOrder.pieces(order);
    return stockLock.withLane(
        StockLanes.of(pieces.keySet()),
        () -> transactions.call(status -> reserveAndAdd(command, order, pieces, status)));
  }

  private PlaceOrderResult reserveAndAdd(
      PlaceOrder command, OrderView order, Map<Long, Integer> pieces, TransactionStatus status) {
    ReserveResult reserved = reservations.reserve(order.lockId(), pieces, order.expiresAt());
    if (reserved instanceof TooLittle little) {
      // The same order may have taken the last pieces while this one waited for the row.
      return known(command).orElseGet(() -> outOfStock(little, order));
    }
    if (!orders.add(order, new OrderChange(order.channel(), "placed"))) {
      status.setRollbackOnly();
      return known(command)
          .orElseThrow(
              () ->
                  new AssertionError(
                      "neither added nor known: " + order.channel() + " " + order.reference()));
    }
    outbox.append(List.of(NewOrder.event(order)));
    return new Placed(order.orderId(), order.lockId(), order.correlationId());
  }

  private Optional<PlaceOrderResult> known(PlaceOrder command) {
    return orders.findId(command.channel(), command.reference()).map(AlreadyPlaced::new);
  }

  private static Refused outOfStock(TooLittle little, OrderView order) {
    List<String> shortages =
        little.shortages().stream()
            .map(
                shortage ->
                    "%s wanted %d, available %d"
                        .formatted(
                            sku(order, shortage.skuId()),
                            shortage.wanted(),
                            Math.max(0, shortage.available())))
            .toList();
    return new Refused(PlaceOrderRefusal.OUT_OF_STOCK, PlaceOrderRules.named(shortages));
  }

  private static String sku(OrderView order, long skuId) {
    return order.lines().stream()
        .filter(line -> line.skuId() == skuId)
        .findFirst()
        .orElseThrow()
        .sku();
  }
}
