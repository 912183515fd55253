package io.entrepot.core.order;

import io.entrepot.core.catalog.Catalog;
import io.entrepot.core.commit.GroupCommit;
import io.entrepot.core.event.EventOutbox;
import io.entrepot.core.inventory.Reservations;
import io.entrepot.core.inventory.StockLock;
import io.entrepot.core.jdbc.OneTrip;
import io.entrepot.core.jdbc.Transactions;
import io.entrepot.core.order.PlaceOrderResult.AlreadyPlaced;
import io.entrepot.core.order.PlaceOrderResult.Refused;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Component;

/**
 * Places an order, all or nothing: stock reserved under a lock id, order, audit trail and event in
 * one transaction, shared with whoever orders at the same moment. A refusal writes nothing. Works
 * outside the caller's transaction: an order that was answered is committed; a repeat is recognised
 * by channel and reference.
 */
@Component
public class PlaceOrderHandler implements AutoCloseable {
  private final Orders orders;
  private final PlaceOrderRules rules;
  private final NewOrder newOrder;
  private final GroupCommit<OrderDraft, PlaceOrderResult> engine;
  private final GroupCommit<PlaceOrder, Optional<PlaceOrderResult>> soldOut;
  private final ShortSkus shortSkus = new ShortSkus();

  public PlaceOrderHandler(
      Orders orders,
      Catalog catalog,
      Reservations reservations,
      StockLock stockLock,
      EventOutbox outbox,
      OneTrip trip,
      Transactions transactions,
      OrderTerms terms,
      Clock clock) {
    this.orders = orders;
    this.rules = new PlaceOrderRules(terms);
    this.newOrder = new NewOrder(orders, outbox, terms, clock);
    this.engine =
        GroupCommit.start(
            "orders",
            terms.placing(),
            new PlacingOrders(orders, catalog, reservations, stockLock, outbox, trip),
            transactions);
    this.soldOut =
        GroupCommit.start(
            "refusals",
            terms.placing(),
            new SoldOutCheck(orders, catalog, reservations),
            transactions);
  }

  /**
   * Waits until the order is durable or refused.
   *
   * @throws io.entrepot.core.commit.TryLaterException when too many wait; nothing was written
   * @throws io.entrepot.core.commit.OutcomeUnknownException when the database went away meanwhile;
   *     a repeat tells
   */
  public PlaceOrderResult handle(PlaceOrder command) {
    Transactions.requireNone("placing an order");
    Optional<PlaceOrderResult> objection = objection(command).or(() -> soldOut(command));
    return objection.isPresent() ? objection.get() : place(command);
  }

  private PlaceOrderResult place(PlaceOrder command) {
    PlaceOrderResult result = engine.call(newOrder.of(command));
    if (result instanceof Refused refused && refused.code() == PlaceOrderRefusal.OUT_OF_STOCK) {
      shortSkus.add(command);
    }
    return result;
  }

  private Optional<PlaceOrderResult> soldOut(PlaceOrder command) {
    if (!shortSkus.hasAnyOf(command)) {
      return Optional.empty();
    }
    Optional<PlaceOrderResult> answer = soldOut.call(command);
    if (answer.isPresent()) {
      shortSkus.add(command);
    } else {
      shortSkus.remove(command);
    }
    return answer;
  }

  /** The same without waiting; the answer must be taken up by something quick. */
  public CompletableFuture<PlaceOrderResult> submit(PlaceOrder command) {
    Transactions.requireNone("placing an order");
    return objection(command)
        .map(CompletableFuture::completedFuture)
        .orElseGet(() -> engine.submit(newOrder.of(command)));
  }

  /** Works off whoever waits. */
  @Override
  public void close() {
    engine.close();
    soldOut.close();
  }

  /** What was placed once is known by its reference, whatever the repeat says. */
  private Optional<PlaceOrderResult> objection(PlaceOrder command) {
    return rules
        .objection(command)
        .map(
            refused ->
                orders.known(List.of(command.key())).values().stream()
                    .findFirst()
                    .<PlaceOrderResult>map(AlreadyPlaced::new)
                    .orElse(refused));
  }
}
