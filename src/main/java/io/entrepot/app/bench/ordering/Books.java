package io.entrepot.app.bench.ordering;

import io.entrepot.core.inventory.InventoryQueries;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Whether the tables agree with one another and with what the callers were told. */
final class Books {
  private final JdbcTemplate jdbc;
  private final InventoryQueries inventory;

  Books(DataSource database, OrderingCore core) {
    this.jdbc = new JdbcTemplate(database);
    this.inventory = core.get(InventoryQueries.class);
  }

  /**
   * Counts once more what was answered; pieces of a benchmark's line are one each.
   *
   * @throws IllegalStateException names what disagrees
   */
  void requireAgreement(long ordersAnswered) {
    long orders = count("SELECT count(*) FROM orders.orders");
    require("orders answered and stored", ordersAnswered, orders);
    require("orders and their events", orders, count("SELECT count(*) FROM outbox.event"));
    long lines = count("SELECT count(*) FROM orders.line");
    require(
        "lines and those whose order stands",
        lines,
        count("SELECT count(*) FROM orders.line JOIN orders.orders USING (order_id)"));
    require("lines and pieces reserved", lines, count("SELECT sum(reserved) FROM inventory.stock"));
    require(
        "lines and reservations", lines, count("SELECT sum(quantity) FROM inventory.reservation"));
    require(
        "lines and movements",
        lines,
        count("SELECT count(*) FROM inventory.ledger WHERE reason = 'RESERVED'"));
    requireAgreementOfStock();
  }

  /** Each balance against its derivation from the ledger, and against the reservations. */
  void requireAgreementOfStock() {
    List<?> differences = inventory.check();
    if (!differences.isEmpty()) {
      throw new IllegalStateException("the ledger does not explain the stock: " + differences);
    }
  }

  private long count(String sql) {
    Long count = jdbc.queryForObject(sql, Long.class);
    return count == null ? 0 : count;
  }

  private static void require(String what, long expected, long found) {
    if (expected != found) {
      throw new IllegalStateException("%s differ: %d and %d".formatted(what, expected, found));
    }
  }
}
