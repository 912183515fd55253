package io.entrepot.core.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrepot.core.Race;
import io.entrepot.core.Shop;
import io.entrepot.core.inventory.InventoryQueries;
import io.entrepot.core.order.OrderStatus;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;

class PaymentRaceTest {
  private static final Shop shop = new Shop();

  @AfterAll
  static void close() {
    shop.close();
  }

  @AfterEach
  void booksAgree() {
    assertThat(shop.get(InventoryQueries.class).check()).isEmpty();
  }

  @RepeatedTest(8)
  void whoeverWinsBetweenPayingAndCancellingMoneyAndStockAreAccountedFor() throws Exception {
    String sku = shop.product(1);
    UUID order = shop.placed(sku, 1).orderId();
    PaymentRequested payment = shop.requested(order);

    Race.of(List.of(() -> shop.confirm(payment), () -> shop.cancel(order)));

    PaymentView view = shop.payments().find(payment.paymentId()).orElseThrow();
    assertThat(shop.statusOf(order)).isEqualTo(OrderStatus.CANCELLED);
    assertThat(shop.level(sku).available()).isEqualTo(1);
    assertThat(view.refundDue()).isEqualTo(view.charged());
  }

  @RepeatedTest(5)
  void theSameReturnOfTheBuyerTwiceAtOnceChargesOnce() throws Exception {
    UUID order = shop.placed(shop.product(1), 1).orderId();
    PaymentRequested payment = shop.requested(order);
    int before = shop.provider.confirmCalls();

    Race.of(List.of(() -> shop.confirm(payment), () -> shop.confirm(payment)));

    assertThat(shop.provider.confirmCalls() - before).isEqualTo(1);
    assertThat(shop.statusOf(order)).isEqualTo(OrderStatus.CONFIRMED);
  }

  @RepeatedTest(5)
  void requestedByTwoAtOnceIsOnePayment() throws Exception {
    UUID order = shop.placed(shop.product(1), 1).orderId();
    RequestPaymentHandler handler = shop.get(RequestPaymentHandler.class);
    RequestPayment request = new RequestPayment(order, Shop.PROVIDER);

    Race.of(List.of(() -> handler.handle(request), () -> handler.handle(request)));

    assertThat(shop.payments().byOrder(order)).hasSize(1);
  }

  @RepeatedTest(5)
  void twoNodesThatResolveAtOnceStoreOneOutcome() throws Exception {
    UUID order = shop.placed(shop.product(1), 1).orderId();
    PaymentRequested payment = shop.requested(order);
    shop.provider.whenConfirming(
        attempt -> {
          shop.provider.charge(attempt);
          return new PaymentOutcome.Unknown("the line broke");
        });
    shop.confirm(payment);
    shop.provider.whenConfirming(shop.provider::charge);
    shop.clock.advance(Duration.ofSeconds(5));

    List<ResolvedPayments> results = Race.of(List.of(shop::resolve, shop::resolve));

    assertThat(results.get(0).completed() + results.get(1).completed()).isEqualTo(1);
    assertThat(shop.statusOf(order)).isEqualTo(OrderStatus.CONFIRMED);
    assertThat(shop.outbox.namesOf(order)).hasSize(4);
  }
}
