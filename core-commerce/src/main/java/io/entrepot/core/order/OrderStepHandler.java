package io.entrepot.core.order;

import io.entrepot.core.inventory.MovementReason;
import io.entrepot.core.inventory.Reservations;
import io.entrepot.core.jdbc.SqlTime;
import io.entrepot.core.jdbc.Transactions;
import io.entrepot.core.money.Money;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Takes an order one step: state, stock and audit trail together, for this and later contexts.
 * Joins the caller's transaction, which begins with {@link #lock} and ends by appending the events
 * to the outbox. A step that the order's status does not allow is the caller's mistake and throws.
 */
@Component
public class OrderStepHandler {
  private final Orders orders;
  private final OrderQueries queries;
  private final Reservations reservations;
  private final List<CancellationListener> listeners;
  private final Clock clock;

  public OrderStepHandler(
      Orders orders,
      OrderQueries queries,
      Reservations reservations,
      List<CancellationListener> listeners,
      Clock clock) {
    this.orders = orders;
    this.queries = queries;
    this.reservations = reservations;
    this.listeners = List.copyOf(listeners);
    this.clock = clock;
  }

  /** Empty if never placed. Taken before any lock of payment or stock, so that nobody deadlocks. */
  public Optional<Order> lock(UUID orderId) {
    Transactions.requireRunning("a step of an order");
    return orders.lock(orderId);
  }

  /** The same for many, in the order of their ids. */
  List<Order> lock(Collection<UUID> orderIds) {
    Transactions.requireRunning("a step of many orders");
    return orders.lock(orderIds);
  }

  /** What was ordered, for events of later contexts. */
  public List<PlacedLine> lines(Order order) {
    return orders.lines(order.orderId());
  }

  /** A provider is about to be asked for the money. */
  public Order startPayment(Order order, String actor) {
    return step(order, OrderStatus.PAYMENT_PROCESSING, new OrderChange(actor, "payment started"));
  }

  /** Paid in full: its stock is allocated. */
  public OrderConfirmed confirm(Order order, Money paid, String actor) {
    Order confirmed = order.confirm(paid, SqlTime.now(clock));
    orders.save(order, confirmed, new OrderChange(actor, "confirmed", "paid " + paid));
    reservations.allocate(order.lockId());
    return confirmed(queries.find(order.orderId()).orElseThrow());
  }

  /**
   * Its stock is given back and its payment closed.
   *
   * @param stockReason how the ledger names the release of what was only reserved
   */
  public List<OrderEvent> cancel(
      Order order, String reason, MovementReason stockReason, String actor) {
    return cancelAll(List.of(order), reason, stockReason, actor);
  }

  /** The same for many at once; all of them locked and none illegal. */
  List<OrderEvent> cancelAll(
      List<Order> cancelling, String reason, MovementReason stockReason, String actor) {
    Instant now = SqlTime.now(clock);
    List<OrderStep> steps =
        cancelling.stream()
            .map(order -> new OrderStep(order, order.step(OrderStatus.CANCELLED, now)))
            .toList();
    orders.saveAll(steps, new OrderChange(actor, "cancelled", reason));
    List<UUID> ids = cancelling.stream().map(Order::orderId).toList();
    List<OrderEvent> events = new ArrayList<>();
    listeners.forEach(listener -> events.addAll(listener.cancelled(ids, reason)));
    reservations.release(cancelling.stream().map(Order::lockId).toList(), stockReason);
    ids.forEach(id -> events.add(new OrderCancelled(id, reason, now)));
    return events;
  }

  /** The warehouse has taken the order. */
  public Order process(Order order, String actor) {
    return step(order, OrderStatus.PROCESSING, new OrderChange(actor, "processing"));
  }

  /** All of it has left: its stock is gone. */
  public Order ship(Order order, String actor, String detail) {
    Order shipped = step(order, OrderStatus.SHIPPED, new OrderChange(actor, "shipped", detail));
    reservations.ship(order.lockId());
    return shipped;
  }

  public Order deliver(Order order, String actor, String detail) {
    return step(order, OrderStatus.DELIVERED, new OrderChange(actor, "delivered", detail));
  }

  private Order step(Order order, OrderStatus next, OrderChange change) {
    Order after = order.step(next, SqlTime.now(clock));
    orders.save(order, after, change);
    return after;
  }

  private static OrderConfirmed confirmed(OrderView order) {
    return new OrderConfirmed(
        order.orderId(),
        order.channel(),
        order.reference(),
        order.currency(),
        order.total(),
        order.lines().stream().map(EventLine::of).toList(),
        order.charges(),
        EventBuyer.of(order.buyer()),
        order.shipTo(),
        order.updatedAt());
  }
}
