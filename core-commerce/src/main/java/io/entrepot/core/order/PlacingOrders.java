package io.entrepot.core.order;

import io.entrepot.core.catalog.Catalog;
import io.entrepot.core.catalog.Sku;
import io.entrepot.core.commit.GroupWork;
import io.entrepot.core.event.EventOutbox;
import io.entrepot.core.inventory.LockedStock;
import io.entrepot.core.inventory.Reservations;
import io.entrepot.core.inventory.StockLanes;
import io.entrepot.core.inventory.StockLock;
import io.entrepot.core.jdbc.OneTrip;
import io.entrepot.core.jdbc.SqlFragment;
import io.entrepot.core.order.PlaceOrderResult.AlreadyPlaced;
import io.entrepot.core.order.PlaceOrderResult.Placed;
import io.entrepot.core.order.PlaceOrderResult.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * A group of orders as one transaction: stock locked in SKU order, everybody judged in turn, then
 * stock, ledger, reservations, orders and events written in one trip to the database.
 */
final class PlacingOrders implements GroupWork<OrderDraft, PlaceOrderResult> {
  private final Orders orders;
  private final Catalog catalog;
  private final Reservations reservations;
  private final StockLock stockLock;
  private final EventOutbox outbox;
  private final OneTrip trip;

  PlacingOrders(
      Orders orders,
      Catalog catalog,
      Reservations reservations,
      StockLock stockLock,
      EventOutbox outbox,
      OneTrip trip) {
    this.orders = orders;
    this.catalog = catalog;
    this.reservations = reservations;
    this.stockLock = stockLock;
    this.outbox = outbox;
    this.trip = trip;
  }

  @Override
  public <T> T guarded(List<OrderDraft> drafts, Supplier<T> attempt) {
    return stockLock.withLane(StockLanes.ORDERS, attempt);
  }

  @Override
  public List<PlaceOrderResult> decide(List<OrderDraft> drafts) {
    Map<String, Sku> skus = skus(drafts);
    LockedStock stock = reservations.lock(skus.values().stream().map(Sku::skuId).toList());
    OrderGroup group = new OrderGroup(skus, stock);
    List<PlaceOrderResult> results = new ArrayList<>(drafts.size());
    drafts.forEach(draft -> results.add(group.judge(draft)));
    recogniseRefused(drafts, results);
    write(group.accepted(), stock);
    return results;
  }

  @Override
  public List<Optional<PlaceOrderResult>> known(List<OrderDraft> drafts) {
    Map<OrderReference, UUID> known =
        orders.known(drafts.stream().map(OrderDraft::reference).toList());
    return drafts.stream()
        .map(draft -> Optional.ofNullable(known.get(draft.reference())).map(id -> told(draft, id)))
        .toList();
  }

  private Map<String, Sku> skus(List<OrderDraft> drafts) {
    TreeSet<String> codes = new TreeSet<>();
    for (OrderDraft draft : drafts) {
      draft.wish().lines().forEach(line -> codes.add(line.skuCode()));
    }
    return catalog.findByCodes(codes);
  }

  /** A repeat finds the stock gone that its first try took; asked with the stock locked. */
  private void recogniseRefused(List<OrderDraft> drafts, List<PlaceOrderResult> results) {
    List<Integer> refused = new ArrayList<>();
    for (int i = 0; i < results.size(); i++) {
      if (results.get(i) instanceof Refused) {
        refused.add(i);
      }
    }
    if (!refused.isEmpty()) {
      List<Optional<PlaceOrderResult>> known = known(refused.stream().map(drafts::get).toList());
      for (int i = 0; i < refused.size(); i++) {
        int place = refused.get(i);
        known.get(i).ifPresent(result -> results.set(place, result));
      }
    }
  }

  private void write(List<AcceptedOrder> accepted, LockedStock stock) {
    if (!accepted.isEmpty()) {
      List<SqlFragment> fragments = new ArrayList<>(stock.fragments());
      fragments.addAll(orders.adding(accepted));
      fragments.addAll(
          outbox.appending(accepted.stream().map(order -> order.draft().placed()).toList()));
      trip.run(fragments);
    }
  }

  /** Our own order, committed by a try whose answer was lost, is new to its caller. */
  private static PlaceOrderResult told(OrderDraft draft, UUID orderId) {
    return orderId.equals(draft.orderId())
        ? new Placed(orderId, draft.lockId(), draft.placed().correlationId())
        : new AlreadyPlaced(orderId);
  }
}
