package io.entrepot.core.inventory.jdbc;

import static java.util.stream.Collectors.toMap;

import io.entrepot.core.catalog.Catalog;
import io.entrepot.core.catalog.Sku;
import io.entrepot.core.inventory.InventoryQueries;
import io.entrepot.core.inventory.InventoryTotals;
import io.entrepot.core.inventory.LedgerEntry;
import io.entrepot.core.inventory.MovementReason;
import io.entrepot.core.inventory.Quantities;
import io.entrepot.core.inventory.StockDifference;
import io.entrepot.core.inventory.StockLevel;
import io.entrepot.core.jdbc.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcInventoryQueries implements InventoryQueries {
  private static final String LEVELS =
      """
      SELECT sku_id, code, on_hand, reserved, allocated, safety
        FROM inventory.stock JOIN inventory.location USING (location_id)
       WHERE sku_id = :sku
       ORDER BY location_id
      """;

  private static final String ENTRY =
      """
      SELECT l.sku_id, p.code, l.seq, l.at, l.reason, l.lock_id, l.note,
             l.on_hand_delta, l.reserved_delta, l.allocated_delta, l.safety_delta,
             l.on_hand, l.reserved, l.allocated, l.safety
        FROM inventory.ledger l JOIN inventory.location p USING (location_id)
      """;

  private static final String OF_SKU =
      ENTRY + " WHERE l.sku_id = :sku ORDER BY l.at DESC, l.seq DESC LIMIT :limit";

  // From where a reservation begins the ledger of its SKU is read on: an index over lock ids would
  // cost every movement, and few read this.
  private static final String OF_LOCK =
      ENTRY
          + """
            JOIN inventory.reservation r
              ON r.lock_id = :lock AND r.sku_id = l.sku_id AND r.location_id = l.location_id
             AND l.seq >= r.reserved_seq
           WHERE l.lock_id = :lock
           ORDER BY l.at, l.sku_id, l.seq
          """;

  private static final String TOTALS =
      """
      SELECT s.*, l.*
        FROM (SELECT count(*) AS skus, coalesce(sum(on_hand), 0) AS on_hand,
                     coalesce(sum(reserved), 0) AS reserved,
                     coalesce(sum(allocated), 0) AS allocated,
                     coalesce(sum(safety), 0) AS safety
                FROM inventory.stock) s,
             (SELECT count(*) AS entries, coalesce(sum(on_hand_delta), 0) AS on_hand_sum,
                     coalesce(sum(reserved_delta), 0) AS reserved_sum,
                     coalesce(sum(allocated_delta), 0) AS allocated_sum,
                     coalesce(sum(safety_delta), 0) AS safety_sum
                FROM inventory.ledger) l
      """;

  private final JdbcClient jdbc;
  private final Catalog catalog;

  JdbcInventoryQueries(DataSource dataSource, Catalog catalog) {
    this.jdbc = JdbcClient.create(dataSource);
    this.catalog = catalog;
  }

  @Override
  public List<StockLevel> levels(String skuCode) {
    return ofSku(skuCode)
        .flatMap(
            sku ->
                jdbc
                    .sql(LEVELS)
                    .param("sku", sku.skuId())
                    .query((row, number) -> level(sku.code(), row))
                    .list()
                    .stream())
        .toList();
  }

  @Override
  public List<LedgerEntry> ledger(String skuCode, int limit) {
    return ofSku(skuCode)
        .flatMap(
            sku ->
                jdbc
                    .sql(OF_SKU)
                    .param("sku", sku.skuId())
                    .param("limit", limit)
                    .query((row, number) -> entry(sku.code(), row))
                    .list()
                    .stream())
        .toList();
  }

  @Override
  public List<LedgerEntry> ledgerOfLock(UUID lockId) {
    List<Long> skuIds =
        jdbc.sql("SELECT DISTINCT sku_id FROM inventory.reservation WHERE lock_id = :lock")
            .param("lock", lockId)
            .query(Long.class)
            .list();
    Map<Long, String> codes = codes(skuIds);
    return jdbc.sql(OF_LOCK)
        .param("lock", lockId)
        .query((row, number) -> entry(code(codes, row.getLong("sku_id")), row))
        .list();
  }

  @Override
  public InventoryTotals totals() {
    return jdbc.sql(TOTALS).query((row, number) -> totals(row)).single();
  }

  @Override
  public List<StockDifference> check() {
    List<StockCheck.Finding> findings = new StockCheck(jdbc).findings();
    Map<Long, String> codes =
        codes(findings.stream().map(StockCheck.Finding::skuId).distinct().toList());
    return findings.stream().map(finding -> finding.named(code(codes, finding.skuId()))).toList();
  }

  private Stream<Sku> ofSku(String skuCode) {
    return catalog.findByCode(skuCode).stream();
  }

  private Map<Long, String> codes(List<Long> skuIds) {
    return catalog.findByIds(skuIds).values().stream().collect(toMap(Sku::skuId, Sku::code));
  }

  /** A number stands in for the code of what the catalog does not know. */
  private static String code(Map<Long, String> codes, long skuId) {
    return codes.getOrDefault(skuId, "#" + skuId);
  }

  private static StockLevel level(String skuCode, ResultSet row) throws SQLException {
    Quantities now = quantities(row, "");
    return new StockLevel(
        skuCode,
        row.getString("code"),
        now.onHand(),
        now.reserved(),
        now.allocated(),
        now.safety());
  }

  private static LedgerEntry entry(String skuCode, ResultSet row) throws SQLException {
    return new LedgerEntry(
        skuCode,
        row.getString("code"),
        row.getLong("seq"),
        SqlTime.read(row, "at"),
        MovementReason.valueOf(row.getString("reason")),
        quantities(row, "_delta"),
        quantities(row, ""),
        row.getObject("lock_id", UUID.class),
        row.getString("note"));
  }

  private static Quantities quantities(ResultSet row, String suffix) throws SQLException {
    return new Quantities(
        row.getInt("on_hand" + suffix),
        row.getInt("reserved" + suffix),
        row.getInt("allocated" + suffix),
        row.getInt("safety" + suffix));
  }

  private static InventoryTotals totals(ResultSet row) throws SQLException {
    return new InventoryTotals(
        row.getLong("skus"), row.getLong("entries"), sum(row, ""), sum(row, "_sum"));
  }

  private static InventoryTotals.Sum sum(ResultSet row, String suffix) throws SQLException {
    return new InventoryTotals.Sum(
        row.getLong("on_hand" + suffix),
        row.getLong("reserved" + suffix),
        row.getLong("allocated" + suffix),
        row.getLong("safety" + suffix));
  }
}
