package io.entrepot.core.order.jdbc;

import io.entrepot.core.jdbc.SqlTime;
import io.entrepot.core.order.OrderView;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads a long list page by page, so that neither memory nor a connection is held for all of it.
 */
final class ConfirmedOrders {
  private static final int PAGE = 500;

  private static final String PAGE_AFTER =
      """
      SELECT order_id, confirmed_at FROM orders.orders
       WHERE confirmed_at >= :from AND confirmed_at < :to
         AND (:after::uuid IS NULL OR (confirmed_at, order_id) > (:afterAt, :after))
       ORDER BY confirmed_at, order_id
       LIMIT :limit
      """;

  private final JdbcClient jdbc;
  private final OrderLoader loader;
  private final Instant from;
  private final Instant to;

  ConfirmedOrders(JdbcClient jdbc, OrderLoader loader, Instant from, Instant to) {
    this.jdbc = jdbc;
    this.loader = loader;
    this.from = from;
    this.to = to;
  }

  Stream<OrderView> stream() {
    return Stream.iterate(page(null), page -> !page.isEmpty(), this::next).flatMap(List::stream);
  }

  private List<OrderView> next(List<OrderView> page) {
    return page.size() < PAGE ? List.of() : page(page.get(page.size() - 1));
  }

  private List<OrderView> page(@Nullable OrderView last) {
    Instant lastAt = last == null ? from : Objects.requireNonNull(last.confirmedAt());
    List<UUID> ids =
        jdbc.sql(PAGE_AFTER)
            .param("from", SqlTime.of(from))
            .param("to", SqlTime.of(to))
            .param("after", last == null ? null : last.orderId())
            .param("afterAt", SqlTime.of(lastAt))
            .param("limit", PAGE)
            .query((row, number) -> row.getObject("order_id", UUID.class))
            .list();
    return loader.load(ids);
  }
}
