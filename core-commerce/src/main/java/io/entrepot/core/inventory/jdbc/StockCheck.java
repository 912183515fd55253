package io.entrepot.core.inventory.jdbc;

import io.entrepot.core.inventory.StockDifference;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Derives all balances anew and lists what disagrees: each ledger row against the running sum, the
 * stock against the whole sum, and the stock against the reservations that stand. One statement, so
 * one snapshot.
 */
final class StockCheck {
  private static final String FINDINGS =
      """
      WITH running AS (
        SELECT sku_id, location_id, seq, on_hand, reserved, allocated, safety,
               row_number()         OVER w AS place,
               sum(on_hand_delta)   OVER w AS on_hand_sum,
               sum(reserved_delta)  OVER w AS reserved_sum,
               sum(allocated_delta) OVER w AS allocated_sum,
               sum(safety_delta)    OVER w AS safety_sum
          FROM inventory.ledger
        WINDOW w AS (PARTITION BY sku_id, location_id ORDER BY seq)),
      derived AS (
        SELECT sku_id, location_id, count(*) AS version,
               sum(on_hand_delta) AS on_hand, sum(reserved_delta) AS reserved,
               sum(allocated_delta) AS allocated, sum(safety_delta) AS safety
          FROM inventory.ledger GROUP BY sku_id, location_id),
      held AS (
        SELECT sku_id, location_id,
               sum(quantity) FILTER (WHERE state = 'HELD') AS reserved,
               sum(quantity) FILTER (WHERE state = 'ALLOCATED') AS allocated
          FROM inventory.reservation GROUP BY sku_id, location_id),
      compared AS (
        SELECT r.sku_id, r.location_id, c.what || ' of ledger row ' || r.seq AS what,
               c.expected, c.found
          FROM running r, LATERAL (VALUES
                 ('seq', r.place, r.seq),
                 ('on_hand', r.on_hand_sum, r.on_hand),
                 ('reserved', r.reserved_sum, r.reserved),
                 ('allocated', r.allocated_sum, r.allocated),
                 ('safety', r.safety_sum, r.safety)) AS c (what, expected, found)
        UNION ALL
        SELECT sku_id, location_id, c.what || ': stock against the sum of the ledger',
               coalesce(c.expected, 0), coalesce(c.found, 0)
          FROM derived d FULL JOIN inventory.stock s USING (sku_id, location_id),
               LATERAL (VALUES
                 ('version', d.version, s.version),
                 ('on_hand', d.on_hand, s.on_hand),
                 ('reserved', d.reserved, s.reserved),
                 ('allocated', d.allocated, s.allocated),
                 ('safety', d.safety, s.safety)) AS c (what, expected, found)
        UNION ALL
        SELECT sku_id, location_id, c.what || ': stock against the reservations',
               coalesce(c.expected, 0), coalesce(c.found, 0)
          FROM held h FULL JOIN inventory.stock s USING (sku_id, location_id),
               LATERAL (VALUES
                 ('reserved', h.reserved, s.reserved),
                 ('allocated', h.allocated, s.allocated)) AS c (what, expected, found))
      SELECT sku_id, code, what, expected, found
        FROM compared JOIN inventory.location USING (location_id)
       WHERE expected <> found
       ORDER BY sku_id, code, what
       LIMIT 10000
      """;

  private final JdbcClient jdbc;

  StockCheck(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Finding> findings() {
    return jdbc.sql(FINDINGS)
        .query(
            (row, number) ->
                new Finding(
                    row.getLong("sku_id"),
                    row.getString("code"),
                    row.getString("what"),
                    row.getLong("expected"),
                    row.getLong("found")))
        .list();
  }

  record Finding(long skuId, String location, String what, long expected, long found) {
    StockDifference named(String skuCode) {
      return new StockDifference(skuCode, location, what, expected, found);
    }
  }
}
