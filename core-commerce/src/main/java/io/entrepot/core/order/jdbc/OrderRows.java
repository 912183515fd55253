package io.entrepot.core.order.jdbc;

import io.entrepot.core.jdbc.SqlTime;
import io.entrepot.core.money.Money;
import io.entrepot.core.order.Charge;
import io.entrepot.core.order.OrderHistoryEntry;
import io.entrepot.core.order.OrderStatus;
import io.entrepot.core.order.OrderSummary;
import io.entrepot.core.order.OrderTotals;
import io.entrepot.core.order.OrderView;
import io.entrepot.core.order.PlacedLine;
import io.entrepot.core.privacy.PersonalDataCipher;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How rows become what the queries answer. */
final class OrderRows {
  private OrderRows() {}

  static OrderView view(
      ResultSet row, List<PlacedLine> lines, List<Charge> charges, PersonalDataCipher cipher)
      throws SQLException {
    return new OrderView(
        row.getObject("order_id", UUID.class),
        row.getString("channel"),
        row.getString("reference"),
        row.getObject("lock_id", UUID.class),
        OrderStatus.valueOf(row.getString("status")),
        Currency.getInstance(row.getString("currency")),
        lines,
        charges,
        total(row),
        PersonalRecord.readBuyer(cipher.open(row.getBytes("buyer"))),
        PersonalRecord.readAddress(cipher.open(row.getBytes("ship_to"))),
        SqlTime.readNullable(row, "partner_order_date"),
        row.getObject("batch_id", UUID.class),
        SqlTime.read(row, "placed_at"),
        SqlTime.read(row, "expires_at"),
        SqlTime.readNullable(row, "confirmed_at"),
        SqlTime.read(row, "updated_at"),
        row.getLong("version"));
  }

  static PlacedLine line(ResultSet row) throws SQLException {
    String currency = row.getString("currency");
    return new PlacedLine(
        row.getInt("line_no"),
        row.getLong("sku_id"),
        row.getString("sku"),
        row.getString("name"),
        row.getInt("quantity"),
        Money.of(row.getLong("unit_price_minor"), currency),
        Money.of(row.getLong("amount_minor"), currency));
  }

  static Charge charge(ResultSet row) throws SQLException {
    return new Charge(
        row.getString("code"), Money.of(row.getLong("amount_minor"), row.getString("currency")));
  }

  static OrderSummary summary(ResultSet row, int number) throws SQLException {
    return new OrderSummary(
        row.getObject("order_id", UUID.class),
        row.getString("channel"),
        row.getString("reference"),
        OrderStatus.valueOf(row.getString("status")),
        total(row),
        row.getObject("batch_id", UUID.class),
        SqlTime.read(row, "placed_at"),
        SqlTime.readNullable(row, "confirmed_at"),
        SqlTime.read(row, "updated_at"));
  }

  static OrderTotals totals(ResultSet row, int number) throws SQLException {
    return new OrderTotals(
        OrderStatus.valueOf(row.getString("status")),
        row.getLong("orders"),
        row.getLong("lines"),
        row.getLong("pieces"),
        total(row));
  }

  static OrderHistoryEntry history(ResultSet row, int number) throws SQLException {
    return new OrderHistoryEntry(
        row.getLong("seq"),
        SqlTime.read(row, "at"),
        row.getString("actor"),
        row.getString("action"),
        status(row.getString("before_status")),
        OrderStatus.valueOf(row.getString("after_status")),
        row.getString("detail"));
  }

  private static @Nullable OrderStatus status(@Nullable String name) {
    return name == null ? null : OrderStatus.valueOf(name);
  }

  private static Money total(ResultSet row) throws SQLException {
    return Money.of(row.getLong("total_minor"), row.getString("currency"));
  }
}
