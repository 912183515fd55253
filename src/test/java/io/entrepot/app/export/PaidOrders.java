package io.entrepot.app.export;

import io.entrepot.core.money.Money;
import io.entrepot.core.order.Address;
import io.entrepot.core.order.Buyer;
import io.entrepot.core.order.Charge;
import io.entrepot.core.order.OrderFilter;
import io.entrepot.core.order.OrderHistoryEntry;
import io.entrepot.core.order.OrderQueries;
import io.entrepot.core.order.OrderStatus;
import io.entrepot.core.order.OrderSummary;
import io.entrepot.core.order.OrderTotals;
import io.entrepot.core.order.OrderView;
import io.entrepot.core.order.PlacedLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Orders that a test says were paid. */
public final class PaidOrders implements OrderQueries {
  private static final Currency KRW = Currency.getInstance("KRW");

  private final List<OrderView> paid = new ArrayList<>();
  private OrderStatus status = OrderStatus.CONFIRMED;

  /** Where all of them stand by now. */
  public void now(OrderStatus reached) {
    status = reached;
  }

  void forgetAll() {
    paid.clear();
  }

  /** One line of 2 × 15 000 won and postage of 3 000. */
  public UUID paid(Instant at) {
    return paid(at, "shop", "셔츠");
  }

  UUID paid(Instant at, String channel, String productName) {
    UUID id = UUID.randomUUID();
    Money price = new Money(15_000, KRW);
    Money postage = new Money(3_000, KRW);
    paid.add(
        new OrderView(
            id,
            channel,
            "R-" + paid.size(),
            UUID.randomUUID(),
            OrderStatus.CONFIRMED,
            KRW,
            List.of(new PlacedLine(1, 1, "SHIRT-1", productName, 2, price, price.times(2))),
            List.of(new Charge("POST", postage)),
            price.times(2).plus(postage),
            new Buyer("김하나", "hana@shop.test", null, "ko", true),
            new Address("김하나", null, "04524", "KR", "서울", "중구", "세종대로 110", null),
            null,
            null,
            at,
            at,
            at,
            at,
            3));
    return id;
  }

  @Override
  public Stream<OrderView> confirmedBetween(Instant from, Instant to) {
    return paid.stream()
        .filter(order -> !confirmedAt(order).isBefore(from) && confirmedAt(order).isBefore(to))
        .sorted(Comparator.comparing(PaidOrders::confirmedAt));
  }

  private static Instant confirmedAt(OrderView order) {
    return Objects.requireNonNull(order.confirmedAt());
  }

  @Override
  public Optional<OrderView> find(UUID orderId) {
    return paid.stream().filter(order -> order.orderId().equals(orderId)).findFirst();
  }

  @Override
  public Optional<OrderView> findByReference(String channel, String reference) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<OrderSummary> list(OrderFilter filter, @Nullable UUID before, int limit) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Map<OrderStatus, Long> countByStatus() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Map<OrderStatus, Long> countByStatus(UUID batchId) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<OrderTotals> totals() {
    Money sum = Money.sum(paid.stream().map(OrderView::total).toList(), KRW);
    return List.of(new OrderTotals(status, paid.size(), paid.size(), 2L * paid.size(), sum));
  }

  @Override
  public List<OrderTotals> totals(UUID batchId) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<OrderHistoryEntry> history(UUID orderId) {
    throw new UnsupportedOperationException();
  }
}
