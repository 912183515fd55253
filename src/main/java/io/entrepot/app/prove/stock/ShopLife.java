package io.entrepot.app.prove.stock;

import io.entrepot.app.bench.ordering.OrderingCore;
import io.entrepot.app.bench.ordering.Wishes;
import io.entrepot.core.fulfilment.ShipOrder;
import io.entrepot.core.fulfilment.ShipOrderHandler;
import io.entrepot.core.money.Money;
import io.entrepot.core.order.CancelOrder;
import io.entrepot.core.order.CancelOrderHandler;
import io.entrepot.core.order.OrderLine;
import io.entrepot.core.order.OrderStepResult;
import io.entrepot.core.order.PlaceOrderHandler;
import io.entrepot.core.order.PlaceOrderResult;
import io.entrepot.core.order.PlaceOrderResult.Placed;
import io.entrepot.core.payment.ConfirmPayment;
import io.entrepot.core.payment.ConfirmPaymentHandler;
import io.entrepot.core.payment.ConfirmPaymentResult;
import io.entrepot.core.payment.PaymentRequested;
import io.entrepot.core.payment.RequestPayment;
import io.entrepot.core.payment.RequestPaymentHandler;
import io.entrepot.core.payment.RequestPaymentResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** One thread's buyers: each step does something to one of the orders that still stand. */
final class ShopLife {
  private final OrderingCore core;
  private final List<String> skus;
  private final Random random;
  private final List<Standing> standing = new ArrayList<>();
  private Tally tally = Tally.NOTHING;

  ShopLife(OrderingCore core, List<String> skus, Random random) {
    this.core = core;
    this.skus = skus;
    this.random = random;
  }

  Tally live(int steps) {
    for (int i = 0; i < steps; i++) {
      switch (random.nextInt(6)) {
        case 0, 1, 2 -> place();
        case 3 -> pay();
        case 4 -> cancel();
        default -> ship();
      }
    }
    return tally;
  }

  private void place() {
    List<OrderLine> lines = new ArrayList<>();
    int pieces = 0;
    int count = 1 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      int quantity = 1 + random.nextInt(3);
      String sku = skus.get(random.nextInt(skus.size()));
      lines.add(new OrderLine(sku, quantity, new Money(10_000, Wishes.KRW)));
      pieces += quantity;
    }
    PlaceOrderResult result = core.get(PlaceOrderHandler.class).handle(Wishes.wish(lines));
    if (result instanceof Placed placed) {
      standing.add(new Standing(placed.orderId(), pieces));
      tally = tally.withPlaced(pieces);
    } else {
      tally = tally.withRefused();
    }
  }

  private void pay() {
    if (standing.isEmpty()) {
      return;
    }
    Standing order = standing.get(random.nextInt(standing.size()));
    RequestPaymentResult asked =
        core.get(RequestPaymentHandler.class).handle(new RequestPayment(order.orderId(), "proof"));
    if (asked instanceof RequestPaymentResult.Requested requested
        && confirm(requested.payment()) instanceof ConfirmPaymentResult.Declined) {
      // A declined payment cancels its order.
      standing.remove(order);
      tally = tally.withCancelled(order.pieces());
    }
  }

  private ConfirmPaymentResult confirm(PaymentRequested payment) {
    return core.get(ConfirmPaymentHandler.class)
        .handle(
            new ConfirmPayment(
                payment.paymentId(), "key-" + payment.paymentId(), payment.amount()));
  }

  private void cancel() {
    if (standing.isEmpty()) {
      return;
    }
    Standing order = standing.get(random.nextInt(standing.size()));
    OrderStepResult result =
        core.get(CancelOrderHandler.class)
            .handle(new CancelOrder(order.orderId(), "BUYER_REQUEST", "buyer"));
    if (result instanceof OrderStepResult.Done) {
      standing.remove(order);
      tally = tally.withCancelled(order.pieces());
    }
  }

  private void ship() {
    if (standing.isEmpty()) {
      return;
    }
    Standing order = standing.get(random.nextInt(standing.size()));
    String parcel = "W" + UUID.randomUUID();
    OrderStepResult result =
        core.get(ShipOrderHandler.class)
            .handle(new ShipOrder(order.orderId(), "04", parcel, Instant.now(), parcel));
    if (result instanceof OrderStepResult.Done) {
      standing.remove(order);
      tally = tally.withShipped(order.pieces());
    }
  }

  private record Standing(UUID orderId, int pieces) {}
}
