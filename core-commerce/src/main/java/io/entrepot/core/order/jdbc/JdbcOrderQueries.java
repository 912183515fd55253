package io.entrepot.core.order.jdbc;

import io.entrepot.core.order.OrderFilter;
import io.entrepot.core.order.OrderHistoryEntry;
import io.entrepot.core.order.OrderQueries;
import io.entrepot.core.order.OrderStatus;
import io.entrepot.core.order.OrderSummary;
import io.entrepot.core.order.OrderTotals;
import io.entrepot.core.order.OrderView;
import io.entrepot.core.privacy.PersonalDataCipher;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcOrderQueries implements OrderQueries {
  private static final String LIST =
      """
      SELECT order_id, channel, reference, status, currency, total_minor, batch_id, placed_at,
             confirmed_at, updated_at
        FROM orders.orders
       WHERE (:before::uuid IS NULL OR order_id < :before)
         AND (:status::text IS NULL OR status = :status)
         AND (:channel::text IS NULL OR channel = :channel)
         AND (:batch::uuid IS NULL OR batch_id = :batch)
       ORDER BY order_id DESC
       LIMIT :limit
      """;

  private static final String TOTALS =
      """
      SELECT status, currency, count(*) AS orders, sum(line_count) AS lines,
             sum(pieces) AS pieces, sum(total_minor) AS total_minor
        FROM orders.orders
       WHERE :batch::uuid IS NULL OR batch_id = :batch
       GROUP BY status, currency
       ORDER BY status, currency
      """;

  // The order's own row tells of its placing.
  private static final String HISTORY =
      """
      SELECT 1 AS seq, placed_at AS at, channel AS actor, 'placed' AS action,
             NULL AS before_status, 'PENDING' AS after_status, NULL AS detail
        FROM orders.orders WHERE order_id = :id
       UNION ALL
      SELECT seq, at, actor, action, before_status, after_status, detail
        FROM orders.history WHERE order_id = :id AND seq > 1
       ORDER BY seq
      """;

  private final JdbcClient jdbc;
  private final OrderLoader loader;

  JdbcOrderQueries(DataSource dataSource, PersonalDataCipher cipher) {
    this.jdbc = JdbcClient.create(dataSource);
    this.loader = new OrderLoader(jdbc, cipher);
  }

  @Override
  public Optional<OrderView> find(UUID orderId) {
    return loader.load(List.of(orderId)).stream().findFirst();
  }

  @Override
  public Optional<OrderView> findByReference(String channel, String reference) {
    return jdbc.sql(
            "SELECT order_id FROM orders.orders WHERE channel = :channel AND reference ="
                + " :reference")
        .param("channel", channel)
        .param("reference", reference)
        .query(UUID.class)
        .optional()
        .flatMap(this::find);
  }

  @Override
  public List<OrderSummary> list(OrderFilter filter, @Nullable UUID before, int limit) {
    if (limit < 1 || limit > 1000) {
      throw new IllegalArgumentException("a page has 1 to 1000 orders, not " + limit);
    }
    return jdbc.sql(LIST)
        .param("before", before)
        .param("status", filter.status() == null ? null : filter.status().name())
        .param("channel", filter.channel())
        .param("batch", filter.batchId())
        .param("limit", limit)
        .query(OrderRows::summary)
        .list();
  }

  @Override
  public Map<OrderStatus, Long> countByStatus() {
    return count(totals());
  }

  @Override
  public Map<OrderStatus, Long> countByStatus(UUID batchId) {
    return count(totals(batchId));
  }

  @Override
  public List<OrderTotals> totals() {
    return totalsOf(null);
  }

  @Override
  public List<OrderTotals> totals(UUID batchId) {
    return totalsOf(batchId);
  }

  @Override
  public Stream<OrderView> confirmedBetween(Instant from, Instant to) {
    return new ConfirmedOrders(jdbc, loader, from, to).stream();
  }

  @Override
  public List<OrderHistoryEntry> history(UUID orderId) {
    return jdbc.sql(HISTORY).param("id", orderId).query(OrderRows::history).list();
  }

  private List<OrderTotals> totalsOf(@Nullable UUID batchId) {
    return jdbc.sql(TOTALS).param("batch", batchId).query(OrderRows::totals).list();
  }

  private static Map<OrderStatus, Long> count(List<OrderTotals> totals) {
    Map<OrderStatus, Long> counts = new EnumMap<>(OrderStatus.class);
    for (OrderStatus status : OrderStatus.values()) {
      counts.put(status, 0L);
    }
    totals.forEach(row -> counts.merge(row.status(), row.orders(), Long::sum));
    return counts;
  }
}
