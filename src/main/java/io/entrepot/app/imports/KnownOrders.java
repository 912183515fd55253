package io.entrepot.app.imports;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Looks into the orders of a file that were placed before: what differs is told, and a row that was
 * never imported goes to the error file, from where it can follow its order.
 */
@Component
final class KnownOrders {
  private static final int PAGE = 500;

  private static final String COMPARE =
      """
      SELECT o.ordinal, o.order_key, o.row_count, o.rows_dropped, p.known,
        cardinality(p.prints) = p.known AS printed,
        (SELECT count(*) FROM (
          SELECT unnest(o.row_prints) EXCEPT ALL SELECT unnest(p.prints)) f) AS fresh,
        (SELECT count(*) FROM (
          SELECT unnest(p.prints) EXCEPT ALL SELECT unnest(o.row_prints)) g) AS gone
      FROM batch.import_order o
      CROSS JOIN LATERAL (
        SELECT sum(k.row_count) AS known,
          ARRAY (
            SELECT h.print
            FROM batch.import_order q CROSS JOIN LATERAL unnest(q.row_prints) AS h (print)
            WHERE q.mapping = o.mapping AND q.order_key = o.order_key AND q.status = 'PLACED'
              AND h.print IS NOT NULL) AS prints
        FROM batch.import_order k
        WHERE k.mapping = o.mapping AND k.order_key = o.order_key AND k.status = 'PLACED') p
      WHERE o.batch_id = ? AND o.status = 'ALREADY_IMPORTED' AND o.ordinal > ?
      ORDER BY o.ordinal LIMIT ?
      """;

  private static final String LACKING =
      """
      SELECT r.row_no, r.content
      FROM (
        SELECT row_no, content, order_key, row_print,
          row_number() OVER (PARTITION BY order_key, row_print ORDER BY row_no) AS n
        FROM batch.import_row
        WHERE batch_id = ? AND status = 'GOOD' AND origin_batch IS NULL
          AND order_key = ANY (?)) r
      LEFT JOIN (
        SELECT k.order_key, h.print, count(*) AS n
        FROM batch.import_order k CROSS JOIN LATERAL unnest(k.row_prints) AS h (print)
        WHERE k.mapping = ? AND k.order_key = ANY (?) AND k.status = 'PLACED'
        GROUP BY 1, 2) known ON known.order_key = r.order_key AND known.print = r.row_print
      WHERE r.n > coalesce(known.n, 0)
      """;

  private static final String TELL =
      """
      UPDATE batch.import_order SET reason = ?, detail = ? WHERE batch_id = ? AND ordinal = ?
      """;

  private static final String LACKS =
      "its order was placed without this row: send it back as it is, with batch_id and error_row,"
          + " and it follows the order as a supplement";

  private final JdbcTemplate jdbc;
  private final RowSeal seal;
  private final ImportRows rows;

  KnownOrders(JdbcTemplate jdbc, RowSeal seal, ImportRows rows) {
    this.jdbc = jdbc;
    this.seal = seal;
    this.rows = rows;
  }

  /** In the caller's transaction; the count of rows that went to the error file. */
  int compare(UUID batchId, String mapping) {
    int rejected = 0;
    List<KnownOrder> page = page(batchId, 0);
    while (!page.isEmpty()) {
      List<KnownOrder> differing = page.stream().filter(KnownOrder::differs).toList();
      tell(batchId, differing);
      rejected += reject(batchId, mapping, differing);
      page = page(batchId, page.get(page.size() - 1).ordinal());
    }
    return rejected;
  }

  private List<KnownOrder> page(UUID batchId, int after) {
    return jdbc.query(
        COMPARE,
        (row, index) ->
            new KnownOrder(
                row.getInt("ordinal"),
                row.getString("order_key"),
                row.getInt("row_count"),
                row.getInt("rows_dropped"),
                row.getInt("known"),
                row.getBoolean("printed"),
                row.getInt("fresh"),
                row.getInt("gone")),
        batchId,
        after,
        PAGE);
  }

  private void tell(UUID batchId, List<KnownOrder> differing) {
    List<Object[]> each =
        differing.stream()
            .map(
                order ->
                    new Object[] {KnownOrder.ROWS_DIFFER, order.detail(), batchId, order.ordinal()})
            .toList();
    jdbc.batchUpdate(TELL, each);
  }

  private int reject(UUID batchId, String mapping, List<KnownOrder> differing) {
    String[] keys =
        differing.stream()
            .filter(KnownOrder::lacksRows)
            .map(KnownOrder::orderKey)
            .toArray(String[]::new);
    if (keys.length == 0) {
      return 0;
    }
    List<OrderRow> lacking =
        jdbc.query(
            LACKING,
            (row, index) -> new OrderRow(row.getLong(1), seal.open(row.getBytes(2))),
            batchId,
            keys,
            mapping,
            keys);
    return rows.reject(batchId, lacking, LACKS);
  }
}
