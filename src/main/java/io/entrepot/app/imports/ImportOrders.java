package io.entrepot.app.imports;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The table of a file's orders: made from the rows in one statement, worked off page by page. */
@Component
final class ImportOrders {

  /**
   * New rows of a reference that was placed are known; rows of an error file follow it under the
   * next number.
   */
  private static final String GROUP =
      """
      INSERT INTO batch.import_order (batch_id, ordinal, mapping, order_key, supplement, corrects,
        row_count, row_prints, rows_dropped, status)
      SELECT g.batch_id, row_number() OVER (ORDER BY g.first_row), ?, g.order_key,
        coalesce(p.supplement, 0)
          + row_number() OVER (PARTITION BY g.order_key ORDER BY g.corrects),
        g.corrects, g.row_count, g.row_prints, coalesce(d.rows_dropped, 0),
        CASE WHEN p.supplement IS NOT NULL AND NOT g.corrects
          THEN 'ALREADY_IMPORTED' ELSE 'PENDING' END
      FROM (
        SELECT batch_id, order_key, origin_batch IS NOT NULL AS corrects, min(row_no) AS first_row,
          count(*) AS row_count, array_agg(row_print) AS row_prints
        FROM batch.import_row WHERE batch_id = ? AND status = 'GOOD' GROUP BY 1, 2, 3) g
      LEFT JOIN (
        SELECT order_key, count(*) AS rows_dropped
        FROM batch.import_row WHERE batch_id = ? AND status = 'REJECTED' GROUP BY 1) d
        ON d.order_key = g.order_key
      LEFT JOIN (
        SELECT order_key, max(supplement) AS supplement
        FROM batch.import_order WHERE mapping = ? AND status = 'PLACED' GROUP BY 1) p
        ON p.order_key = g.order_key
      """;

  private static final String KNOWN_ROWS =
      """
      UPDATE batch.import_row r SET status = 'KNOWN'
      FROM batch.import_order o
      WHERE o.batch_id = ? AND o.status = 'ALREADY_IMPORTED' AND r.batch_id = o.batch_id
        AND r.order_key = o.order_key AND r.status = 'GOOD'
        AND (r.origin_batch IS NOT NULL) = o.corrects
      """;

  private static final String COUNT =
      """
      UPDATE batch.import_run run SET orders_total = o.orders, orders_already_imported = o.known,
        rows_already_imported = rows_already_imported + ?, rows_staged = rows_staged - ?,
        rows_rejected = rows_rejected + ?
      FROM (
        SELECT count(*) AS orders, count(*) FILTER (WHERE status = 'ALREADY_IMPORTED') AS known
        FROM batch.import_order WHERE batch_id = ?) o
      WHERE run.batch_id = ?
      """;

  private static final String PAGE =
      """
      SELECT o.ordinal, o.supplement, r.row_no, r.content
      FROM (
        SELECT * FROM batch.import_order WHERE batch_id = ? AND status = 'PENDING'
        ORDER BY ordinal LIMIT ?) o
      LEFT JOIN batch.import_row r ON r.batch_id = o.batch_id AND r.order_key = o.order_key
        AND (r.origin_batch IS NOT NULL) = o.corrects AND r.status = 'GOOD'
      ORDER BY o.ordinal, r.row_no
      """;

  private static final String RECORD =
      """
      UPDATE batch.import_order o
      SET status = done.status, reason = done.reason, detail = done.detail, order_id = done.order_id
      FROM unnest(?::integer[], ?::text[], ?::text[], ?::text[], ?::uuid[])
        AS done (ordinal, status, reason, detail, order_id)
      WHERE o.batch_id = ? AND o.ordinal = done.ordinal AND o.status = 'PENDING'
      """;

  private static final String PROGRESS =
      """
      UPDATE batch.import_run SET orders_placed = orders_placed + ?,
        orders_refused = orders_refused + ?, orders_already_imported = orders_already_imported + ?,
        orders_failed = orders_failed + ?, rows_rejected = rows_rejected + ?, attempts = 0
      WHERE batch_id = ?
      """;

  private final JdbcTemplate jdbc;
  private final RowSeal seal;
  private final KnownOrders known;
  private final TransactionTemplate transaction;

  ImportOrders(
      JdbcTemplate jdbc, RowSeal seal, KnownOrders known, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.seal = seal;
    this.known = known;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** In the caller's transaction; does nothing when it was done before. */
  void group(UUID batchId, String mapping) {
    String grouped = "SELECT exists(SELECT 1 FROM batch.import_order WHERE batch_id = ?)";
    if (Boolean.TRUE.equals(jdbc.queryForObject(grouped, Boolean.class, batchId))) {
      return;
    }
    jdbc.update(GROUP, mapping, batchId, batchId, mapping);
    int rejected = known.compare(batchId, mapping);
    int already = jdbc.update(KNOWN_ROWS, batchId);
    jdbc.update(COUNT, already, already + rejected, rejected, batchId, batchId);
  }

  /** The next orders to place, in the file's order; empty when none is left. */
  List<StagedOrder> next(UUID batchId, int limit) {
    Map<Integer, StagedOrder> orders = new LinkedHashMap<>();
    jdbc.query(
        PAGE,
        row -> {
          int ordinal = row.getInt("ordinal");
          int supplement = row.getInt("supplement");
          StagedOrder order =
              orders.computeIfAbsent(
                  ordinal, key -> new StagedOrder(key, supplement, new ArrayList<>()));
          byte[] content = row.getBytes("content");
          if (content != null) {
            order.rows().add(new OrderRow(row.getLong("row_no"), seal.open(content)));
          }
        },
        batchId,
        limit);
    return List.copyOf(orders.values());
  }

  void record(UUID batchId, List<OrderOutcome> outcomes) {
    transaction.executeWithoutResult(
        status -> {
          write(batchId, outcomes);
          jdbc.update(
              PROGRESS,
              count(outcomes, OrderOutcome.Status.PLACED),
              count(outcomes, OrderOutcome.Status.REFUSED),
              count(outcomes, OrderOutcome.Status.ALREADY_IMPORTED),
              count(outcomes, OrderOutcome.Status.FAILED),
              outcomes.stream().mapToInt(OrderOutcome::rowsRejected).sum(),
              batchId);
        });
  }

  private static long count(List<OrderOutcome> outcomes, OrderOutcome.Status status) {
    return outcomes.stream().filter(outcome -> outcome.status() == status).count();
  }

  private void write(UUID batchId, List<OrderOutcome> outcomes) {
    ConnectionCallback<Integer> callback =
        connection -> {
          try (PreparedStatement record = connection.prepareStatement(RECORD)) {
            fill(record, connection, "integer", 1, outcomes, OrderOutcome::ordinal);
            fill(record, connection, "text", 2, outcomes, outcome -> outcome.status().name());
            fill(record, connection, "text", 3, outcomes, OrderOutcome::reason);
            fill(record, connection, "text", 4, outcomes, OrderOutcome::detail);
            fill(record, connection, "uuid", 5, outcomes, OrderOutcome::orderId);
            record.setObject(6, batchId);
            return record.executeUpdate();
          }
        };
    jdbc.execute(callback);
  }

  private static void fill(
      PreparedStatement statement,
      Connection connection,
      String type,
      int index,
      List<OrderOutcome> outcomes,
      Function<OrderOutcome, @Nullable Object> value)
      throws SQLException {
    Object[] values = outcomes.stream().map(value).toArray();
    statement.setArray(index, connection.createArrayOf(type, values));
  }

  /** Calls {@code each} for every product of the file with its rows; keys in their order. */
  List<ProductRows> products(UUID batchId, String after, int limit) {
    Map<String, ProductRows> products = new LinkedHashMap<>();
    jdbc.query(
        """
        SELECT r.product_key, r.row_no, r.content FROM batch.import_row r
        JOIN (
          SELECT DISTINCT product_key FROM batch.import_row
          WHERE batch_id = ? AND status = 'GOOD' AND product_key > ?
          ORDER BY product_key LIMIT ?) k ON k.product_key = r.product_key
        WHERE r.batch_id = ? AND r.status = 'GOOD'
        ORDER BY r.product_key, r.row_no
        """,
        row -> {
          add(products, row);
        },
        batchId,
        after,
        limit,
        batchId);
    return List.copyOf(products.values());
  }

  private void add(Map<String, ProductRows> products, ResultSet row) throws SQLException {
    products
        .computeIfAbsent(row.getString(1), key -> new ProductRows(key, new ArrayList<>()))
        .rows()
        .add(new OrderRow(row.getLong(2), seal.open(row.getBytes(3))));
  }
}
