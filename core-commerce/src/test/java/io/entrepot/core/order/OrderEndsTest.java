package io.entrepot.core.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrepot.core.Race;
import io.entrepot.core.Shop;
import io.entrepot.core.inventory.InventoryQueries;
import io.entrepot.core.inventory.LedgerEntry;
import io.entrepot.core.inventory.MovementReason;
import io.entrepot.core.order.PlaceOrderResult.Placed;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OrderEndsTest {
  private static final Shop shop = new Shop();

  @AfterAll
  static void close() {
    shop.close();
  }

  @AfterEach
  void booksAgree() {
    assertThat(shop.get(InventoryQueries.class).check()).isEmpty();
  }

  @Test
  void cancellingGivesTheStockBackAndSaysSo() {
    String sku = shop.product(2);
    Placed placed = shop.placed(sku, 2);

    assertThat(shop.cancel(placed.orderId()))
        .isEqualTo(new OrderStepResult.Done(OrderStatus.CANCELLED));

    assertThat(shop.level(sku).available()).isEqualTo(2);
    assertThat(reasons(placed.lockId()))
        .containsExactly(MovementReason.RESERVED, MovementReason.RELEASED);
    assertThat(shop.outbox.namesOf(placed.orderId()))
        .containsExactly("order.placed", "order.cancelled");
  }

  @Test
  void cancellingTwiceGivesBackOnce() {
    String sku = shop.product(2);
    UUID order = shop.placed(sku, 1).orderId();
    shop.cancel(order);

    assertThat(shop.cancel(order)).isEqualTo(new OrderStepResult.Repeated(OrderStatus.CANCELLED));

    assertThat(shop.level(sku).available()).isEqualTo(2);
    assertThat(shop.outbox.namesOf(order)).hasSize(2);
  }

  @Test
  void whatTheWarehouseHasTakenIsNotCancelled() {
    UUID order = shop.paid(shop.product(1), 1);
    shop.markProcessing(order);

    OrderStepResult result = shop.cancel(order);

    assertThat(result).isInstanceOf(OrderStepResult.Refused.class);
    assertThat(((OrderStepResult.Refused) result).detail())
        .contains("is PROCESSING and cannot become CANCELLED");
    assertThat(shop.statusOf(order)).isEqualTo(OrderStatus.PROCESSING);
  }

  @Test
  void anUnknownOrderIsNamed() {
    UUID nobody = UUID.randomUUID();

    assertThat(shop.cancel(nobody)).isEqualTo(OrderStepResult.unknownOrder(nobody));
    assertThat(shop.markProcessing(nobody)).isEqualTo(OrderStepResult.unknownOrder(nobody));
  }

  @Test
  void anUnpaidOrderCancelsItselfAfterItsTimeAndNotBefore() {
    String sku = shop.product(1);
    Placed placed = shop.placed(sku, 1);

    shop.clock.advance(Duration.ofMinutes(30).minusMillis(1));
    shop.expire();
    assertThat(shop.statusOf(placed.orderId())).isEqualTo(OrderStatus.PENDING);

    shop.clock.advance(Duration.ofMillis(1));
    shop.expire();
    assertThat(shop.statusOf(placed.orderId())).isEqualTo(OrderStatus.CANCELLED);
    assertThat(shop.level(sku).available()).isEqualTo(1);
    assertThat(reasons(placed.lockId()))
        .containsExactly(MovementReason.RESERVED, MovementReason.EXPIRED);
    assertThat(((OrderCancelled) shop.outbox.of(placed.orderId()).get(1)).reason())
        .isEqualTo("EXPIRED");
  }

  @Test
  void aPaidOrderNeverExpires() {
    UUID order = shop.paid(shop.product(1), 1);

    shop.clock.advance(Duration.ofDays(2));
    shop.expire();

    assertThat(shop.statusOf(order)).isEqualTo(OrderStatus.CONFIRMED);
  }

  @Test
  void expiryTakesNoMoreThanItsLimitAndTwoNodesDoNoHarm() throws Exception {
    String sku = shop.product(5);
    for (int i = 0; i < 5; i++) {
      shop.placed(sku, 1);
    }
    shop.clock.advance(Duration.ofHours(1));

    assertThat(shop.get(ExpireOrdersHandler.class).handle(new ExpireOrders(2))).isEqualTo(2);
    List<Integer> expired = Race.of(List.of(shop::expire, shop::expire));

    assertThat(expired.get(0) + expired.get(1)).isEqualTo(3);
    assertThat(shop.level(sku).available()).isEqualTo(5);
  }

  @Test
  void anOrderThatCannotExpireFailsAloneAndTheOthersGiveTheirStockBack() {
    String sku = shop.product(10);
    Placed bad = shop.placed(sku, 1);
    for (int i = 0; i < 6; i++) {
      shop.placed(sku, 1);
    }
    holdPieces(bad, 500);
    shop.clock.advance(Duration.ofHours(1));

    assertThat(shop.expire()).isEqualTo(6);

    assertThat(shop.statusOf(bad.orderId())).isEqualTo(OrderStatus.PENDING);
    assertThat(shop.level(sku).reserved()).isEqualTo(1);
    holdPieces(bad, 1);
    assertThat(shop.expire()).isEqualTo(1);
  }

  /** More than were ever reserved cannot be given back. */
  private static void holdPieces(Placed order, int pieces) {
    shop.sql.update(
        "UPDATE inventory.reservation SET quantity = ? WHERE lock_id = ?", pieces, order.lockId());
  }

  private static List<MovementReason> reasons(UUID lockId) {
    return shop.get(InventoryQueries.class).ledgerOfLock(lockId).stream()
        .map(LedgerEntry::reason)
        .toList();
  }
}
