package io.entrepot.core.order;

import static io.entrepot.core.order.OrderStatus.CANCELLED;
import static io.entrepot.core.order.OrderStatus.COMPLETED;
import static io.entrepot.core.order.OrderStatus.CONFIRMED;
import static io.entrepot.core.order.OrderStatus.DELIVERED;
import static io.entrepot.core.order.OrderStatus.PAYMENT_PROCESSING;
import static io.entrepot.core.order.OrderStatus.PENDING;
import static io.entrepot.core.order.OrderStatus.PROCESSING;
import static io.entrepot.core.order.OrderStatus.RETURNED;
import static io.entrepot.core.order.OrderStatus.SHIPPED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entrepot.core.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OrderStatusTest {
  private static final Instant NOW = Instant.parse("2026-11-21T04:00:00Z");
  private static final List<OrderStatus> WAY =
      List.of(PENDING, PAYMENT_PROCESSING, CONFIRMED, PROCESSING, SHIPPED, DELIVERED, COMPLETED);

  @Test
  void anOrderGoesItsWayStepByStep() {
    for (int i = 1; i < WAY.size(); i++) {
      assertThat(WAY.get(i - 1).allows(WAY.get(i))).as("to %s", WAY.get(i)).isTrue();
    }
  }

  @Test
  void noStepIsLeftOutAndNoneGoesBack() {
    for (int from = 0; from < WAY.size(); from++) {
      for (int to = 0; to < WAY.size(); to++) {
        if (to != from + 1) {
          assertThat(WAY.get(from).allows(WAY.get(to)))
              .as("%s to %s", WAY.get(from), WAY.get(to))
              .isFalse();
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void onlyWhatTheWarehouseHasNotTakenIsCancelledAndOnlyWhatHasLeftReturned(OrderStatus status) {
    assertThat(status.allows(CANCELLED))
        .isEqualTo(List.of(PENDING, PAYMENT_PROCESSING, CONFIRMED).contains(status));
    assertThat(status.allows(RETURNED))
        .isEqualTo(List.of(SHIPPED, DELIVERED, COMPLETED).contains(status));
  }

  @ParameterizedTest
  @EnumSource(names = {"CANCELLED", "RETURNED"})
  void anEndIsAnEnd(OrderStatus status) {
    assertThat(status.next()).isEmpty();
    assertThatThrownBy(() -> order(status).step(CONFIRMED, NOW))
        .hasMessageContaining("is " + status + " and stays so");
  }

  @Test
  void anIllegalStepIsRefusedAndTellsTheLegalOnes() {
    assertThatThrownBy(() -> order(SHIPPED).step(CONFIRMED, NOW))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(
            "is SHIPPED and cannot become CONFIRMED; it can become [DELIVERED, RETURNED]");
  }

  @Test
  void onlyTheFullAmountConfirms() {
    Order order = order(PAYMENT_PROCESSING);

    assertThatThrownBy(() -> order.confirm(Money.of(999, "KRW"), NOW))
        .hasMessageContaining("999 KRW does not pay it");
    assertThatThrownBy(() -> order.confirm(Money.of(1_000, "JPY"), NOW))
        .isInstanceOf(IllegalArgumentException.class);
    Order confirmed = order.confirm(Money.of(1_000, "KRW"), NOW);
    assertThat(confirmed.status()).isEqualTo(CONFIRMED);
    assertThat(confirmed.confirmedAt()).isEqualTo(NOW);
    assertThat(confirmed.version()).isEqualTo(order.version() + 1);
  }

  private static Order order(OrderStatus status) {
    Money total = Money.of(1_000, "KRW");
    return new Order(UUID.randomUUID(), UUID.randomUUID(), status, total, total, NOW, null, NOW, 3);
  }
}
