package io.entrepot.core.order.jdbc;

import io.entrepot.core.jdbc.SqlArrays;
import io.entrepot.core.order.Charge;
import io.entrepot.core.order.OrderView;
import io.entrepot.core.order.PlacedLine;
import io.entrepot.core.privacy.PersonalDataCipher;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Loads whole orders by id, with a statement each for orders, lines and charges. */
final class OrderLoader {
  private static final String ORDERS =
      """
      SELECT order_id, channel, reference, lock_id, status, currency, total_minor, buyer, ship_to,
             partner_order_date, batch_id, placed_at, expires_at, confirmed_at, updated_at, version
        FROM orders.orders
        JOIN unnest(:ids::uuid[]) WITH ORDINALITY AS wanted (order_id, place) USING (order_id)
       ORDER BY place
      """;

  private static final String LINES =
      """
      SELECT order_id, line_no, sku_id, sku, name, quantity, unit_price_minor, amount_minor, currency
        FROM orders.line JOIN orders.orders USING (order_id)
       WHERE order_id = ANY(:ids::uuid[])
       ORDER BY order_id, line_no
      """;

  private static final String CHARGES =
      """
      SELECT order_id, code, amount_minor, currency
        FROM orders.charge JOIN orders.orders USING (order_id)
       WHERE order_id = ANY(:ids::uuid[])
       ORDER BY order_id, charge_no
      """;

  private final JdbcClient jdbc;
  private final PersonalDataCipher cipher;

  OrderLoader(JdbcClient jdbc, PersonalDataCipher cipher) {
    this.jdbc = jdbc;
    this.cipher = cipher;
  }

  /** In the order of the ids; an unknown id is left out. */
  List<OrderView> load(List<UUID> orderIds) {
    if (orderIds.isEmpty()) {
      return List.of();
    }
    String[] ids = SqlArrays.uuids(orderIds);
    Map<UUID, List<PlacedLine>> lines = parts(LINES, ids, OrderRows::line);
    Map<UUID, List<Charge>> charges = parts(CHARGES, ids, OrderRows::charge);
    return jdbc.sql(ORDERS)
        .param("ids", ids)
        .query(
            (row, number) -> {
              UUID id = id(row);
              return OrderRows.view(
                  row,
                  lines.getOrDefault(id, List.of()),
                  charges.getOrDefault(id, List.of()),
                  cipher);
            })
        .list();
  }

  List<PlacedLine> lines(UUID orderId) {
    return parts(LINES, SqlArrays.uuids(List.of(orderId)), OrderRows::line)
        .getOrDefault(orderId, List.of());
  }

  private <T> Map<UUID, List<T>> parts(String sql, String[] ids, Part<T> part) {
    Map<UUID, List<T>> parts = new HashMap<>();
    jdbc.sql(sql)
        .param("ids", ids)
        .query(
            row -> {
              parts.computeIfAbsent(id(row), id -> new ArrayList<>()).add(part.of(row));
            });
    return parts;
  }

  private static UUID id(ResultSet row) throws SQLException {
    return row.getObject("order_id", UUID.class);
  }

  private interface Part<T> {
    T of(ResultSet row) throws SQLException;
  }
}
