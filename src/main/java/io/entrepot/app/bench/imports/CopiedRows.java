package io.entrepot.app.bench.imports;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * The rows that an import wrote, copied by COPY into empty tables with the same columns, indexes
 * and checks, all in one durable transaction: as fast as this database takes them.
 */
final class CopiedRows {
  private static final String ITS_ORDERS =
      "(SELECT order_id FROM orders.orders WHERE batch_id = '%1$s')";
  private static final String ITS_LOCKS =
      "(SELECT lock_id FROM orders.orders WHERE batch_id = '%1$s')";

  /** What an import itself writes; later steps of the same orders are left out. */
  private static final Map<String, String> ROWS_BY_TABLE =
      Map.of(
          "batch.import_row", "batch_id = '%1$s'",
          "batch.import_order", "batch_id = '%1$s'",
          "orders.orders", "batch_id = '%1$s'",
          "orders.line", "order_id IN " + ITS_ORDERS,
          "orders.charge", "order_id IN " + ITS_ORDERS,
          "inventory.reservation", "lock_id IN " + ITS_LOCKS,
          "inventory.ledger", "reason = 'RESERVED' AND lock_id IN " + ITS_LOCKS,
          "outbox.event", "name = 'order.placed' AND correlation_id IN " + ITS_ORDERS);

  private final DataSource database;
  private final Path directory;

  /**
   * @param directory where the server may keep the rows meanwhile
   */
  CopiedRows(DataSource database, Path directory) throws SQLException {
    this.database = database;
    this.directory = directory;
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE SCHEMA bench");
      for (String table : ROWS_BY_TABLE.keySet()) {
        statement.execute(
            "CREATE TABLE %s (LIKE %s INCLUDING ALL)".formatted(copyOf(table), table));
      }
    }
  }

  /** Seconds that the rows of one import take; the server reads them from files of its own. */
  double copy(UUID batch) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      for (Map.Entry<String, String> table : ROWS_BY_TABLE.entrySet()) {
        statement.execute(
            "COPY (SELECT * FROM %s WHERE %s) TO '%s' (FORMAT binary)"
                .formatted(
                    table.getKey(), table.getValue().formatted(batch), fileOf(table.getKey())));
        statement.execute("TRUNCATE " + copyOf(table.getKey()));
      }
      connection.setAutoCommit(false);
      long started = System.nanoTime();
      for (String table : ROWS_BY_TABLE.keySet()) {
        statement.execute(
            "COPY %s FROM '%s' (FORMAT binary)".formatted(copyOf(table), fileOf(table)));
      }
      connection.commit();
      double seconds = (System.nanoTime() - started) / 1e9;
      connection.setAutoCommit(true);
      return seconds;
    }
  }

  private Path fileOf(String table) {
    return directory.resolve(copyOf(table));
  }

  private static String copyOf(String table) {
    return "bench." + table.replace('.', '_');
  }
}
