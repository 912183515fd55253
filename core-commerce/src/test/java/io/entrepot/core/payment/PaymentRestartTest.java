package io.entrepot.core.payment;

import static io.entrepot.core.Shop.won;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entrepot.core.Shop;
import io.entrepot.core.inventory.InventoryQueries;
import io.entrepot.core.order.OrderStatus;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The node dies between the committed intent and the committed outcome. */
class PaymentRestartTest {
  private final Shop shop = new Shop();
  private final String sku = shop.product(5);
  private final UUID order = shop.placed(sku, 2).orderId();
  private final PaymentRequested payment = shop.requested(order);

  @AfterEach
  void booksAgree() {
    assertThat(shop.get(InventoryQueries.class).check()).isEmpty();
    shop.close();
  }

  @Test
  void afterTheChargeTheResolverFindsItAndNothingIsChargedTwice() {
    dieAfter(true);

    shop.clock.advance(Duration.ofSeconds(45));
    assertThat(shop.resolve()).isEqualTo(new ResolvedPayments(1, 0, 0));

    assertThat(shop.statusOf(order)).isEqualTo(OrderStatus.CONFIRMED);
    assertThat(shop.provider.charges()).isEqualTo(1);
    assertThat(shop.provider.confirmCalls()).isEqualTo(1);
    assertThat(shop.payments().ledgerTotals())
        .containsExactly(new PaymentLedgerTotals(Shop.PROVIDER, 1, won(20_000)));
  }

  @Test
  void beforeTheChargeTheSameAttemptIsSentAgain() {
    dieAfter(false);
    shop.provider.whenConfirming(shop.provider::charge);

    shop.clock.advance(Duration.ofSeconds(45));
    assertThat(shop.resolve()).isEqualTo(new ResolvedPayments(1, 0, 0));

    assertThat(shop.statusOf(order)).isEqualTo(OrderStatus.CONFIRMED);
    assertThat(shop.payments().find(payment.paymentId()).orElseThrow().attempts()).hasSize(1);
    assertThat(shop.provider.charges()).isEqualTo(1);
  }

  @Test
  void aChargeThatMayStillBeUnderWayIsLeftAlone() {
    dieAfter(true);

    shop.clock.advance(Duration.ofSeconds(44));

    assertThat(shop.resolve()).isEqualTo(new ResolvedPayments(0, 0, 0));
  }

  @Test
  void theOrderDoesNotExpireWhileItsChargeIsInDoubt() {
    dieAfter(true);

    shop.clock.advance(Duration.ofHours(2));
    shop.expire();

    assertThat(shop.statusOf(order)).isEqualTo(OrderStatus.PAYMENT_PROCESSING);
    assertThat(shop.resolve().completed()).isEqualTo(1);
  }

  @Test
  void anOrderCancelledMeanwhileIsRefundedIfChargedAndNotChargedIfNot() {
    dieAfter(true);
    UUID uncharged = shop.placed(sku, 1).orderId();
    PaymentRequested second = shop.requested(uncharged);
    shop.provider.whenConfirming(
        attempt -> {
          throw new Died();
        });
    assertThatThrownBy(() -> shop.confirm(second)).isInstanceOf(Died.class);
    shop.cancel(order);
    shop.cancel(uncharged);
    shop.clock.advance(Duration.ofMinutes(1));

    assertThat(shop.resolve()).isEqualTo(new ResolvedPayments(1, 1, 0));

    assertThat(shop.provider.charges()).isEqualTo(1);
    assertThat(shop.payments().refundsDue(10))
        .extracting(RefundDue::orderId)
        .containsExactly(order);
    assertThat(shop.level(sku).available()).isEqualTo(5);
  }

  @Test
  void aProviderThatKeepsSilentIsAskedAgainLaterAndLater() {
    shop.provider.whenConfirming(attempt -> new PaymentOutcome.Unknown("timed out"));
    shop.confirm(payment);

    // Not charged yet, and sending again times out again: 5, 10, 20 … seconds between the
    // questions.
    shop.clock.advance(Duration.ofSeconds(5));
    assertThat(shop.resolve().unknown()).isEqualTo(1);
    shop.clock.advance(Duration.ofSeconds(9));
    assertThat(shop.resolve().unknown()).isZero();
    shop.clock.advance(Duration.ofSeconds(1));
    assertThat(shop.resolve().unknown()).isEqualTo(1);

    shop.provider.whenConfirming(shop.provider::charge);
    shop.clock.advance(Duration.ofMinutes(5));
    assertThat(shop.resolve().completed()).isEqualTo(1);
    assertThat(shop.statusOf(order)).isEqualTo(OrderStatus.CONFIRMED);
  }

  private void dieAfter(boolean charging) {
    shop.provider.whenConfirming(
        attempt -> {
          if (charging) {
            shop.provider.charge(attempt);
          }
          throw new Died();
        });
    assertThatThrownBy(() -> shop.confirm(payment)).isInstanceOf(Died.class);
    assertThat(shop.payments().find(payment.paymentId()).orElseThrow().status())
        .isEqualTo(PaymentStatus.PROCESSING);
  }

  /** Nobody catches an Error: as if the process had been killed. */
  private static final class Died extends Error {
    private static final long serialVersionUID = 1L;
  }
}
