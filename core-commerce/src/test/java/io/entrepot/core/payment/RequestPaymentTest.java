package io.entrepot.core.payment;

import static io.entrepot.core.Shop.won;
import static org.assertj.core.api.Assertions.assertThat;

import io.entrepot.core.Shop;
import io.entrepot.core.order.OrderLine;
import io.entrepot.core.order.PlaceOrderResult.Placed;
import io.entrepot.core.payment.RequestPaymentResult.AlreadyRequested;
import io.entrepot.core.payment.RequestPaymentResult.Refused;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class RequestPaymentTest {
  private static final Shop shop = new Shop();

  @AfterAll
  static void close() {
    shop.close();
  }

  @Test
  void asksForTheOrdersTotalUnderANameThatAPaymentWindowCanShow() {
    String cup = shop.product(5);
    Placed placed =
        (Placed)
            shop.place(
                shop.wish(
                    shop.reference(),
                    List.of(
                        new OrderLine(cup, 1, won(700)),
                        new OrderLine(shop.product(5), 2, won(400))),
                    List.of()));

    PaymentRequested payment = shop.requested(placed.orderId());

    assertThat(payment.amount()).isEqualTo(won(1_500));
    assertThat(payment.orderName()).isEqualTo("Product " + cup + " +1");
    assertThat(payment.buyerEmail()).isEqualTo("seoyeon@buyer.test");
    assertThat(payment.toString()).doesNotContain("seoyeon").doesNotContain("서연");
  }

  @Test
  void askingTwiceAsksOnce() {
    UUID order = shop.placed(shop.product(1), 1).orderId();
    PaymentRequested payment = shop.requested(order);

    assertThat(request(order)).isEqualTo(new AlreadyRequested(payment.paymentId()));
    assertThat(shop.outbox.namesOf(order)).containsExactly("order.placed", "payment.requested");
  }

  @Test
  void aCancelledOrAnUnknownOrderIsNotPaid() {
    UUID order = shop.placed(shop.product(1), 1).orderId();
    shop.cancel(order);

    assertThat(((Refused) request(order)).code()).isEqualTo(PaymentRefusal.ORDER_NOT_PAYABLE);
    assertThat(((Refused) request(UUID.randomUUID())).code())
        .isEqualTo(PaymentRefusal.UNKNOWN_ORDER);
  }

  private static RequestPaymentResult request(UUID order) {
    return shop.get(RequestPaymentHandler.class).handle(new RequestPayment(order, Shop.PROVIDER));
  }
}
