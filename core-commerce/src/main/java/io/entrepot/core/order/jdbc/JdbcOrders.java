package io.entrepot.core.order.jdbc;

import io.entrepot.core.jdbc.OneTrip;
import io.entrepot.core.jdbc.SqlArrays;
import io.entrepot.core.jdbc.SqlFragment;
import io.entrepot.core.jdbc.SqlTime;
import io.entrepot.core.money.Money;
import io.entrepot.core.order.AcceptedOrder;
import io.entrepot.core.order.Address;
import io.entrepot.core.order.Buyer;
import io.entrepot.core.order.Order;
import io.entrepot.core.order.OrderChange;
import io.entrepot.core.order.OrderReference;
import io.entrepot.core.order.OrderStatus;
import io.entrepot.core.order.OrderStep;
import io.entrepot.core.order.Orders;
import io.entrepot.core.order.PlacedLine;
import io.entrepot.core.order.SealedParties;
import io.entrepot.core.privacy.PersonalDataCipher;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcOrders implements Orders {
  private static final String KNOWN =
      """
      SELECT channel, reference, order_id
        FROM orders.orders
        JOIN unnest(:channels::text[], :references::text[]) AS asked (channel, reference)
       USING (channel, reference)
      """;

  private static final String LOCK =
      """
      SELECT order_id, lock_id, status, currency, total_minor, paid_minor, expires_at,
             confirmed_at, updated_at, version
        FROM orders.orders WHERE order_id = ANY(:ids::uuid[]) ORDER BY order_id FOR UPDATE
      """;

  private static final String OVERDUE =
      """
      SELECT order_id FROM orders.orders
       WHERE status = 'PENDING' AND expires_at <= :now
       ORDER BY expires_at LIMIT :limit
      """;

  private final JdbcClient jdbc;
  private final OneTrip trip;
  private final PersonalDataCipher cipher;
  private final OrderLoader loader;

  JdbcOrders(DataSource dataSource, OneTrip trip, PersonalDataCipher cipher) {
    this.jdbc = JdbcClient.create(dataSource);
    this.trip = trip;
    this.cipher = cipher;
    this.loader = new OrderLoader(jdbc, cipher);
  }

  @Override
  public Map<OrderReference, UUID> known(Collection<OrderReference> references) {
    List<OrderReference> asked = List.copyOf(references);
    Map<OrderReference, UUID> known = new HashMap<>();
    jdbc.sql(KNOWN)
        .param("channels", SqlArrays.texts(asked, OrderReference::channel))
        .param("references", SqlArrays.texts(asked, OrderReference::reference))
        .query(
            row -> {
              known.put(
                  new OrderReference(row.getString("channel"), row.getString("reference")),
                  row.getObject("order_id", UUID.class));
            });
    return known;
  }

  @Override
  public SealedParties seal(Buyer buyer, Address shipTo) {
    return new SealedParties(
        cipher.seal(PersonalRecord.write(buyer)), cipher.seal(PersonalRecord.write(shipTo)));
  }

  @Override
  public List<SqlFragment> adding(List<AcceptedOrder> accepted) {
    return AddedOrders.fragments(accepted);
  }

  @Override
  public Optional<Order> lock(UUID orderId) {
    return lock(List.of(orderId)).stream().findFirst();
  }

  @Override
  public List<Order> lock(Collection<UUID> orderIds) {
    return jdbc.sql(LOCK).param("ids", SqlArrays.uuids(orderIds)).query(JdbcOrders::order).list();
  }

  @Override
  public List<PlacedLine> lines(UUID orderId) {
    return loader.lines(orderId);
  }

  @Override
  public void save(Order before, Order after, OrderChange change) {
    saveAll(List.of(new OrderStep(before, after)), change);
  }

  @Override
  public void saveAll(List<OrderStep> steps, OrderChange change) {
    // One after the other, so that an old version is named as such and not by a key of the trail.
    SavedOrders.fragments(steps, change).forEach(fragment -> trip.run(List.of(fragment)));
  }

  @Override
  public List<UUID> overdue(Instant now, int limit) {
    return jdbc.sql(OVERDUE)
        .param("now", SqlTime.of(now))
        .param("limit", limit)
        .query(UUID.class)
        .list();
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
