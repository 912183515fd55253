package io.entrepot.core.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrepot.core.Shop;
import io.entrepot.core.order.OrderQueries;
import io.entrepot.core.order.OrderStatus;
import io.entrepot.core.order.PlaceOrderResult.Placed;
import io.entrepot.core.payment.PaymentAttempt;
import io.entrepot.core.payment.PaymentOutcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happens in whatever order, the ledger explains the stock to the piece. */
class RandomHistoryTest {
  private static final int STEPS = 150;

  private final Shop shop = new Shop();
  private final List<String> skus = new ArrayList<>();
  private final List<UUID> orders = new ArrayList<>();
  private int parcels;

  @AfterEach
  void close() {
    shop.close();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 20101201, 987654321})
  void ledgerAndStockAgreeAfterARandomHistory(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 4; i++) {
      skus.add(shop.product(20));
    }

    for (int i = 0; i < STEPS; i++) {
      step(random);
    }

    InventoryQueries inventory = shop.get(InventoryQueries.class);
    assertThat(inventory.check()).as("seed %d", seed).isEmpty();
    assertThat(inventory.totals().ledger()).isEqualTo(inventory.totals().stock());
    Map<OrderStatus, Long> counts = shop.get(OrderQueries.class).countByStatus();
    assertThat(counts.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(orders.size());
    assertThat(counts.entrySet().stream().filter(count -> count.getValue() > 0))
        .hasSizeGreaterThan(3);
  }

  private void step(Random random) {
    switch (random.nextInt(9)) {
      case 0, 1, 2 -> place(random);
      case 3 -> pay(random, shop.provider::charge);
      case 4 -> pay(random, attempt -> new PaymentOutcome.Declined("NO", "refused"));
      case 5 -> one(random, shop::cancel);
      case 6 -> one(random, order -> shop.ship(order, "W" + ++parcels));
      case 7 -> shop.receive(skus.get(random.nextInt(skus.size())), 1 + random.nextInt(3));
      default -> {
        shop.clock.advance(Duration.ofMinutes(random.nextInt(6)));
        shop.expire();
      }
    }
  }

  private void place(Random random) {
    String sku = skus.get(random.nextInt(skus.size()));
    if (shop.place(shop.wish(shop.reference(), sku, 1 + random.nextInt(6)))
        instanceof Placed placed) {
      orders.add(placed.orderId());
    }
  }

  private void pay(Random random, Function<PaymentAttempt, PaymentOutcome> answer) {
    shop.provider.whenConfirming(answer);
    one(
        random,
        order -> {
          if (shop.statusOf(order) == OrderStatus.PENDING) {
            shop.confirm(shop.requested(order));
          }
        });
  }

  private void one(Random random, Consumer<UUID> deed) {
    if (!orders.isEmpty()) {
      deed.accept(orders.get(random.nextInt(orders.size())));
    }
  }
}
