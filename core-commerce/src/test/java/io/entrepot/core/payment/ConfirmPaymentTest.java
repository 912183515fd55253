package io.entrepot.core.payment;

import static io.entrepot.core.Shop.won;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.entrepot.core.Shop;
import io.entrepot.core.inventory.InventoryQueries;
import io.entrepot.core.inventory.StockLevel;
import io.entrepot.core.jdbc.Transactions;
import io.entrepot.core.order.OrderConfirmed;
import io.entrepot.core.order.OrderStatus;
import io.entrepot.core.payment.ConfirmPaymentResult.Completed;
import io.entrepot.core.payment.ConfirmPaymentResult.Declined;
import io.entrepot.core.payment.ConfirmPaymentResult.Refused;
import io.entrepot.core.payment.ConfirmPaymentResult.Unknown;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConfirmPaymentTest {
  private final Shop shop = new Shop();
  private final String sku = shop.product(5);
  private final UUID order = shop.placed(sku, 2).orderId();

  @AfterEach
  void booksAgree() {
    assertThat(shop.get(InventoryQueries.class).check()).isEmpty();
    shop.close();
  }

  @Test
  void paidMeansConfirmedAllocatedBookedAndToldInOneGo() {
    PaymentRequested payment = shop.requested(order);

    assertThat(shop.confirm(payment)).isEqualTo(new Completed(payment.paymentId(), order, false));

    assertThat(shop.statusOf(order)).isEqualTo(OrderStatus.CONFIRMED);
    assertThat(shop.level(sku)).isEqualTo(new StockLevel(sku, "main", 5, 0, 2, 0));
    assertThat(shop.outbox.namesOf(order))
        .containsExactly(
            "order.placed", "payment.requested", "payment.completed", "order.confirmed");
    OrderConfirmed event = (OrderConfirmed) shop.outbox.of(order).get(3);
    assertThat(event.buyer().email()).isEqualTo("seoyeon@buyer.test");
    assertThat(event.total()).isEqualTo(won(20_000));
    PaymentView view = shop.payments().find(payment.paymentId()).orElseThrow();
    assertThat(view.status()).isEqualTo(PaymentStatus.COMPLETED);
    assertThat(view.charged()).isEqualTo(won(20_000));
    assertThat(view.refundDue()).isEqualTo(won(0));
    assertThat(view.attempts())
        .extracting(PaymentView.Attempt::outcome)
        .containsExactly("APPROVED");
  }

  @Test
  void theSameKeyTwiceChargesOnceAndTellsTheSame() {
    PaymentRequested payment = shop.requested(order);
    ConfirmPaymentResult first = shop.confirm(payment);

    assertThat(shop.confirm(payment)).isEqualTo(first);

    assertThat(shop.provider.confirmCalls()).isEqualTo(1);
    assertThat(shop.outbox.namesOf(order)).hasSize(4);
  }

  @Test
  void anotherKeyForAPaidOrderIsRefusedUncharged() {
    PaymentRequested payment = shop.requested(order);
    shop.confirm(payment);

    assertThat(refusal(shop.confirm(payment, "another"))).isEqualTo(PaymentRefusal.ALREADY_PAID);
    assertThat(shop.provider.confirmCalls()).isEqualTo(1);
  }

  @Test
  void aForgedAmountIsRefusedUnchargedAndTheRightOneStillGoesThrough() {
    PaymentRequested payment = shop.requested(order);
    ConfirmPaymentHandler handler = shop.get(ConfirmPaymentHandler.class);

    ConfirmPaymentResult forged =
        handler.handle(new ConfirmPayment(payment.paymentId(), "key", won(100)));

    assertThat(refusal(forged)).isEqualTo(PaymentRefusal.AMOUNT_MISMATCH);
    assertThat(shop.provider.confirmCalls()).isZero();
    assertThat(shop.confirm(payment)).isInstanceOf(Completed.class);
  }

  @Test
  void aKeyThatPaidAnotherOrderIsRefusedUncharged() {
    PaymentRequested payment = shop.requested(order);
    shop.confirm(payment, "stolen");
    PaymentRequested other = shop.requested(shop.placed(sku, 1).orderId());

    assertThat(refusal(shop.confirm(other, "stolen"))).isEqualTo(PaymentRefusal.PROVIDER_KEY_USED);
    assertThat(shop.provider.charges()).isEqualTo(1);
  }

  @Test
  void aDeclineCancelsTheOrderAndGivesTheStockBack() {
    shop.provider.whenConfirming(
        attempt -> new PaymentOutcome.Declined("REJECT_CARD_COMPANY", "no money"));
    PaymentRequested payment = shop.requested(order);

    ConfirmPaymentResult result = shop.confirm(payment);

    assertThat(result)
        .isEqualTo(new Declined(payment.paymentId(), order, "REJECT_CARD_COMPANY", "no money"));
    assertThat(shop.confirm(payment)).isEqualTo(result);
    assertThat(shop.statusOf(order)).isEqualTo(OrderStatus.CANCELLED);
    assertThat(shop.level(sku).available()).isEqualTo(5);
    assertThat(shop.outbox.namesOf(order))
        .containsExactly("order.placed", "payment.requested", "payment.failed", "order.cancelled");
    assertThat(shop.payments().ledgerTotals()).isEmpty();
  }

  @Test
  void aTimeOutLeavesThePaymentUnknownAndTheStockHeld() {
    shop.provider.whenConfirming(attempt -> new PaymentOutcome.Unknown("read timed out"));
    PaymentRequested payment = shop.requested(order);

    assertThat(shop.confirm(payment)).isEqualTo(new Unknown(payment.paymentId(), order));

    assertThat(shop.payments().find(payment.paymentId()).orElseThrow().status())
        .isEqualTo(PaymentStatus.UNKNOWN);
    assertThat(shop.statusOf(order)).isEqualTo(OrderStatus.PAYMENT_PROCESSING);
    assertThat(shop.level(sku).reserved()).isEqualTo(2);
    assertThat(refusal(shop.confirm(payment, "another")))
        .isEqualTo(PaymentRefusal.PAYMENT_IN_PROGRESS);
    assertThat(shop.provider.confirmCalls()).isEqualTo(1);
  }

  @Test
  void aGatewayThatThrowsLeavesThePaymentUnknown() {
    shop.provider.whenConfirming(
        attempt -> {
          throw new IllegalStateException("no route");
        });
    PaymentRequested payment = shop.requested(order);

    assertThat(shop.confirm(payment)).isInstanceOf(Unknown.class);
  }

  @Test
  void aProviderThatTookAnotherAmountLeavesARefundDueAndNoPaidOrder() {
    shop.provider.whenConfirming(attempt -> shop.provider.charge(attempt, won(19_999)));
    PaymentRequested payment = shop.requested(order);

    assertThat(shop.confirm(payment)).isInstanceOf(Declined.class);

    assertThat(shop.statusOf(order)).isEqualTo(OrderStatus.CANCELLED);
    PaymentView view = shop.payments().find(payment.paymentId()).orElseThrow();
    assertThat(view.status()).isEqualTo(PaymentStatus.FAILED);
    assertThat(view.code()).isEqualTo("AMOUNT_MISMATCH");
    assertThat(view.charged()).isEqualTo(won(19_999));
    assertThat(view.refundDue()).isEqualTo(won(19_999));
  }

  @Test
  void anOrderCancelledWhileTheProviderIsAskedLeavesARefundDue() {
    shop.provider.whenConfirming(
        attempt -> {
          shop.cancel(order);
          return shop.provider.charge(attempt);
        });
    PaymentRequested payment = shop.requested(order);

    assertThat(shop.confirm(payment)).isEqualTo(new Completed(payment.paymentId(), order, true));

    assertThat(shop.statusOf(order)).isEqualTo(OrderStatus.CANCELLED);
    assertThat(shop.level(sku).available()).isEqualTo(5);
    assertThat(shop.payments().refundsDue(10))
        .singleElement()
        .satisfies(
            due -> {
              assertThat(due.orderId()).isEqualTo(order);
              assertThat(due.amount()).isEqualTo(won(20_000));
              assertThat(due.reason()).isEqualTo("ORDER_CANCELLED");
            });
    assertThat(shop.outbox.namesOf(order))
        .containsExactly(
            "order.placed", "payment.requested", "order.cancelled", "payment.completed");
  }

  @Test
  void cancellingAPaidOrderGivesTheAllocatedStockBackAndLeavesARefundDue() {
    PaymentRequested payment = shop.requested(order);
    shop.confirm(payment);

    shop.cancel(order);

    assertThat(shop.level(sku)).isEqualTo(new StockLevel(sku, "main", 5, 0, 0, 0));
    assertThat(shop.payments().refundsDue(10))
        .extracting(RefundDue::paymentId, RefundDue::amount)
        .containsExactly(tuple(payment.paymentId(), won(20_000)));
  }

  @Test
  void aCancelledOrderClosesItsPaymentAndIsNotCharged() {
    PaymentRequested payment = shop.requested(order);
    shop.cancel(order);

    assertThat(refusal(shop.confirm(payment))).isEqualTo(PaymentRefusal.PAYMENT_CLOSED);
    assertThat(shop.payments().find(payment.paymentId()).orElseThrow().status())
        .isEqualTo(PaymentStatus.CANCELLED);
    assertThat(shop.provider.confirmCalls()).isZero();
  }

  @Test
  void anUnknownPaymentIsNamed() {
    UUID nobody = UUID.randomUUID();

    ConfirmPaymentResult result =
        shop.get(ConfirmPaymentHandler.class).handle(new ConfirmPayment(nobody, "key", won(1)));

    assertThat(refusal(result)).isEqualTo(PaymentRefusal.UNKNOWN_PAYMENT);
    assertThat(((Refused) result).detail()).contains(nobody.toString());
  }

  @Test
  void confirmingInsideATransactionIsRefused() {
    PaymentRequested payment = shop.requested(order);

    assertThatThrownBy(() -> shop.get(Transactions.class).call(() -> shop.confirm(payment)))
        .hasMessageContaining("must not run inside a transaction");
  }

  private static PaymentRefusal refusal(ConfirmPaymentResult result) {
    return ((Refused) result).code();
  }
}
