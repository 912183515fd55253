package io.entrepot.core.order.jdbc;

import io.entrepot.core.jdbc.SqlArrays;
import io.entrepot.core.jdbc.SqlTime;
import io.entrepot.core.money.Money;
import io.entrepot.core.order.Charge;
import io.entrepot.core.order.Order;
import io.entrepot.core.order.OrderChange;
import io.entrepot.core.order.OrderStatus;
import io.entrepot.core.order.OrderView;
import io.entrepot.core.order.Orders;
import io.entrepot.core.order.PlacedLine;
import io.entrepot.core.privacy.PersonalDataCipher;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcOrders implements Orders {
  private static final String ADD =
      """
      INSERT INTO orders.orders
             (order_id, channel, reference, lock_id, status, currency, lines_minor, charges_minor,
              total_minor, line_count, pieces, buyer, ship_to, partner_order_date, batch_id,
              placed_at, expires_at, updated_at, version)
      VALUES (:id, :channel, :reference, :lock, :status, :currency, :lines, :charges,
              :total, :lineCount, :pieces, :buyer, :shipTo, :partnerOrderDate, :batch,
              :placedAt, :expiresAt, :placedAt, 1)
      ON CONFLICT (channel, reference) DO NOTHING
      """;

  private static final String ADD_LINES =
      """
      INSERT INTO orders.line
             (order_id, line_no, sku_id, sku, name, quantity, unit_price_minor, amount_minor)
      SELECT :id, line_no, sku_id, sku, name, quantity, price, amount
        FROM unnest(:numbers::int[], :skuIds::bigint[], :skus::text[], :names::text[],
                    :quantities::int[], :prices::bigint[], :amounts::bigint[])
             AS new (line_no, sku_id, sku, name, quantity, price, amount)
      """;

  private static final String ADD_CHARGES =
      """
      INSERT INTO orders.charge (order_id, charge_no, code, amount_minor)
      SELECT :id, charge_no, code, amount
        FROM unnest(:codes::text[], :amounts::bigint[]) WITH ORDINALITY
             AS new (code, amount, charge_no)
      """;

  private static final String LOCK =
      """
      SELECT order_id, lock_id, status, currency, total_minor, paid_minor, expires_at,
             confirmed_at, updated_at, version
        FROM orders.orders WHERE order_id = :id FOR UPDATE
      """;

  private static final String SAVE =
      """
      UPDATE orders.orders
         SET status = :status, paid_minor = :paid, confirmed_at = :confirmedAt,
             updated_at = :updatedAt, version = :version
       WHERE order_id = :id AND version = :before
      """;

  private static final String TELL =
      """
      INSERT INTO orders.history
             (order_id, seq, at, actor, action, before_status, after_status, detail)
      VALUES (:id, :seq, :at, :actor, :action, :before, :after, :detail)
      """;

  private static final String OVERDUE =
      """
      SELECT order_id FROM orders.orders
       WHERE status = 'PENDING' AND expires_at <= :now
       ORDER BY expires_at LIMIT :limit
      """;

  private final JdbcClient jdbc;
  private final PersonalDataCipher cipher;
  private final OrderLoader loader;

  JdbcOrders(DataSource dataSource, PersonalDataCipher cipher) {
    this.jdbc = JdbcClient.create(dataSource);
    this.cipher = cipher;
    this.loader = new OrderLoader(jdbc, cipher);
  }

  @Override
  public Optional<UUID> findId(String channel, String reference) {
    return jdbc.sql(
            "SELECT order_id FROM orders.orders WHERE channel = :channel AND reference ="
                + " :reference")
        .param("channel", channel)
        .param("reference", reference)
        .query(UUID.class)
        .optional();
  }

  @Override
  public boolean add(OrderView order, OrderChange change) {
    if (insert(order) == 0) {
      return false;
    }
    addLines(order);
    addCharges(order);
    tell(order.orderId(), 1, order.placedAt(), null, order.status(), change);
    return true;
  }

  private int insert(OrderView order) {
    Money charges =
        Money.sum(order.charges().stream().map(Charge::amount).toList(), order.currency());
    return jdbc.sql(ADD)
        .param("id", order.orderId())
        .param("channel", order.channel())
        .param("reference", order.reference())
        .param("lock", order.lockId())
        .param("status", order.status().name())
        .param("currency", order.currency().getCurrencyCode())
        .param("lines", order.total().minus(charges).minor())
        .param("charges", charges.minor())
        .param("total", order.total().minor())
        .param("lineCount", order.lines().size())
        .param("pieces", order.lines().stream().mapToLong(PlacedLine::quantity).sum())
        .param("buyer", cipher.seal(PersonalRecord.write(order.buyer())))
        .param("shipTo", cipher.seal(PersonalRecord.write(order.shipTo())))
        .param("partnerOrderDate", SqlTime.ofNullable(order.partnerOrderDate()))
        .param("batch", order.batchId())
        .param("placedAt", SqlTime.of(order.placedAt()))
        .param("expiresAt", SqlTime.of(order.expiresAt()))
        .update();
  }

  private void addLines(OrderView order) {
    List<PlacedLine> lines = order.lines();
    jdbc.sql(ADD_LINES)
        .param("id", order.orderId())
        .param("numbers", SqlArrays.ints(lines, PlacedLine::lineNo))
        .param("skuIds", SqlArrays.longs(lines, PlacedLine::skuId))
        .param("skus", SqlArrays.texts(lines, PlacedLine::sku))
        .param("names", SqlArrays.texts(lines, PlacedLine::name))
        .param("quantities", SqlArrays.ints(lines, PlacedLine::quantity))
        .param("prices", SqlArrays.longs(lines, line -> line.unitPrice().minor()))
        .param("amounts", SqlArrays.longs(lines, line -> line.amount().minor()))
        .update();
  }

  private void addCharges(OrderView order) {
    if (!order.charges().isEmpty()) {
      jdbc.sql(ADD_CHARGES)
          .param("id", order.orderId())
          .param("codes", SqlArrays.texts(order.charges(), Charge::code))
          .param("amounts", SqlArrays.longs(order.charges(), charge -> charge.amount().minor()))
          .update();
    }
  }

  @Override
  public Optional<Order> lock(UUID orderId) {
    return jdbc.sql(LOCK).param("id", orderId).query(JdbcOrders::order).optional();
  }

  @Override
  public List<PlacedLine> lines(UUID orderId) {
    return loader.lines(orderId);
  }

  @Override
  public void save(Order before, Order after, OrderChange change) {
    int saved =
        jdbc.sql(SAVE)
            .param("id", after.orderId())
            .param("status", after.status().name())
            .param("paid", after.paid().minor())
            .param("confirmedAt", SqlTime.ofNullable(after.confirmedAt()))
            .param("updatedAt", SqlTime.of(after.updatedAt()))
            .param("version", after.version())
            .param("before", before.version())
            .update();
    if (saved != 1) {
      throw new IllegalStateException(
          "order %s is no longer at version %d; read it again and retry"
              .formatted(after.orderId(), before.version()));
    }
    tell(
        after.orderId(),
        after.version(),
        after.updatedAt(),
        before.status(),
        after.status(),
        change);
  }

  @Override
  public List<UUID> overdue(Instant now, int limit) {
    return jdbc.sql(OVERDUE)
        .param("now", SqlTime.of(now))
        .param("limit", limit)
        .query(UUID.class)
        .list();
  }

  private void tell(
      UUID orderId,
      long seq,
      Instant at,
      @Nullable OrderStatus before,
      OrderStatus after,
      OrderChange change) {
    jdbc.sql(TELL)
        .param("id", orderId)
        .param("seq", seq)
        .param("at", SqlTime.of(at))
        .param("actor", change.actor())
        .param("action", change.action())
        .param("before", before == null ? null : before.name())
        .param("after", after.name())
        .param("detail", change.detail())
        .update();
  }

  private static Order order(ResultSet row, int number) throws SQLException {
    String currency = row.getString("currency");
    return new Order(
        row.getObject("order_id", UUID.class),
        row.getObject("lock_id", UUID.class),
        OrderStatus.valueOf(row.getString("status")),
        Money.of(row.getLong("total_minor"), currency),
        Money.of(row.getLong("paid_minor"), currency),
        SqlTime.read(row, "expires_at"),
        SqlTime.readNullable(row, "confirmed_at"),
        SqlTime.read(row, "updated_at"),
        row.getLong("version"));
  }
}
