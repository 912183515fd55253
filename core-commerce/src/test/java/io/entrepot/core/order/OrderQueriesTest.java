package io.entrepot.core.order;

import static io.entrepot.core.Shop.won;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.entrepot.core.Shop;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OrderQueriesTest {
  private final Shop shop = new Shop();
  private final OrderQueries queries = shop.get(OrderQueries.class);

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void theAuditTrailTellsWhoDidWhatFromBeforeToAfter() {
    UUID order = shop.paid(shop.product(1), 1);
    shop.markProcessing(order);

    assertThat(queries.history(order))
        .extracting(
            OrderHistoryEntry::seq,
            OrderHistoryEntry::actor,
            OrderHistoryEntry::action,
            OrderHistoryEntry::before,
            OrderHistoryEntry::after)
        .containsExactly(
            tuple(1L, "test-channel", "placed", null, OrderStatus.PENDING),
            tuple(
                2L,
                Shop.PROVIDER,
                "payment started",
                OrderStatus.PENDING,
                OrderStatus.PAYMENT_PROCESSING),
            tuple(
                3L,
                Shop.PROVIDER,
                "confirmed",
                OrderStatus.PAYMENT_PROCESSING,
                OrderStatus.CONFIRMED),
            tuple(4L, "warehouse", "processing", OrderStatus.CONFIRMED, OrderStatus.PROCESSING));
  }

  @Test
  void listsNewestFirstPageByPage() {
    String sku = shop.product(10);
    List<UUID> placed = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      shop.clock.advance(Duration.ofMillis(5));
      placed.add(0, shop.placed(sku, 1).orderId());
    }

    List<OrderSummary> first = queries.list(OrderFilter.ALL, null, 3);
    List<OrderSummary> second = queries.list(OrderFilter.ALL, first.get(2).orderId(), 3);

    assertThat(first).extracting(OrderSummary::orderId).isEqualTo(placed.subList(0, 3));
    assertThat(second).extracting(OrderSummary::orderId).isEqualTo(placed.subList(3, 5));
    assertThatThrownBy(() -> queries.list(OrderFilter.ALL, null, 1001))
        .hasMessageContaining("1 to 1000");
  }

  @Test
  void filtersByStatusChannelAndBatch() {
    String sku = shop.product(10);
    UUID batch = UUID.randomUUID();
    UUID ofBatch = placedIn(batch, sku);
    UUID cancelled = shop.placed(sku, 1).orderId();
    shop.cancel(cancelled);

    assertThat(queries.list(OrderFilter.ofBatch(batch), null, 10))
        .extracting(OrderSummary::orderId)
        .containsExactly(ofBatch);
    assertThat(queries.list(OrderFilter.inStatus(OrderStatus.CANCELLED), null, 10))
        .extracting(OrderSummary::orderId)
        .containsExactly(cancelled);
    assertThat(queries.list(new OrderFilter(null, "elsewhere", null), null, 10)).isEmpty();
    assertThat(queries.totals(batch))
        .containsExactly(new OrderTotals(OrderStatus.PENDING, 1, 1, 2, won(20_000)));
    assertThat(queries.countByStatus(batch)).containsEntry(OrderStatus.PENDING, 1L);
  }

  @Test
  void countsHaveEveryStatusAndNoRefusedWish() {
    String sku = shop.product(1);
    shop.placed(sku, 1);
    shop.place(shop.wish(shop.reference(), sku, 1));

    assertThat(queries.countByStatus())
        .containsOnlyKeys(OrderStatus.values())
        .containsEntry(OrderStatus.PENDING, 1L)
        .containsEntry(OrderStatus.CONFIRMED, 0L);
  }

  @Test
  void readsAllPaidOrdersOfAPeriodAcrossPagesInTheOrderOfPayment() {
    Instant noon = shop.clock.instant();
    shop.paid(shop.product(1), 1);
    copyPaidOrder(1_100);

    List<OrderView> read = queries.confirmedBetween(noon, noon.plusSeconds(1_050)).toList();

    assertThat(read).extracting(OrderView::orderId).hasSize(1_050).doesNotHaveDuplicates();
    assertThat(read).extracting(OrderView::confirmedAt).isSortedAccordingTo(Instant::compareTo);
    assertThat(read.get(1_049).confirmedAt()).isEqualTo(noon.plusSeconds(1_049));
    assertThat(queries.confirmedBetween(noon.plusSeconds(2_000), noon.plusSeconds(3_000)))
        .isEmpty();
  }

  /** One more each second. */
  private void copyPaidOrder(int times) {
    shop.sql.update(
        """
        INSERT INTO orders.orders
               (order_id, channel, reference, lock_id, status, currency, lines_minor,
                charges_minor, total_minor, paid_minor, line_count, pieces, buyer, ship_to,
                placed_at, expires_at, confirmed_at, updated_at, version)
        SELECT gen_random_uuid(), channel, 'copy ' || n, lock_id, status, currency, lines_minor,
               charges_minor, total_minor, paid_minor, line_count, pieces, buyer, ship_to,
               placed_at, expires_at, confirmed_at + n * interval '1 second', updated_at, version
          FROM orders.orders, generate_series(1, ?) n
        """,
        times);
  }

  private UUID placedIn(UUID batch, String sku) {
    PlaceOrder wish = shop.wish(shop.reference(), sku, 2);
    PlaceOrder imported =
        new PlaceOrder(
            wish.channel(),
            wish.reference(),
            wish.currency(),
            wish.lines(),
            wish.charges(),
            wish.buyer(),
            wish.shipTo(),
            Instant.parse("2010-12-01T08:26:00Z"),
            batch);
    UUID order = ((PlaceOrderResult.Placed) shop.place(imported)).orderId();
    assertThat(queries.find(order).orElseThrow().partnerOrderDate())
        .isEqualTo(Instant.parse("2010-12-01T08:26:00Z"));
    return order;
  }
}
