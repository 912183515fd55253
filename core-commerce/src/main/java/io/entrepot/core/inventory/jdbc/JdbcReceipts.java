package io.entrepot.core.inventory.jdbc;

import static java.util.stream.Collectors.toMap;

import io.entrepot.core.catalog.Catalog;
import io.entrepot.core.catalog.Sku;
import io.entrepot.core.inventory.MovementReason;
import io.entrepot.core.inventory.Receipts;
import io.entrepot.core.inventory.ReceiveStock;
import io.entrepot.core.inventory.ReceiveStockResult;
import io.entrepot.core.jdbc.SqlArrays;
import io.entrepot.core.jdbc.SqlTime;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcReceipts implements Receipts {
  private static final String CLAIM =
      """
      INSERT INTO inventory.receipt (idempotency_key, sku_id, location_id, quantity, at)
      SELECT key, sku_id, location_id, quantity, :at
        FROM unnest(:keys::text[], :skus::bigint[], :locations::bigint[], :quantities::int[])
             AS new (key, sku_id, location_id, quantity)
      ON CONFLICT DO NOTHING
      RETURNING idempotency_key
      """;

  private static final String SAME =
      """
      SELECT idempotency_key
        FROM inventory.receipt
        JOIN unnest(:keys::text[], :skus::bigint[], :locations::bigint[], :quantities::int[])
             AS given (idempotency_key, sku_id, location_id, quantity)
       USING (idempotency_key, sku_id, location_id, quantity)
      """;

  private static final String OPEN =
      """
      INSERT INTO inventory.stock
             (sku_id, location_id, on_hand, reserved, allocated, safety, version)
      SELECT sku_id, location_id, 0, 0, 0, 0, 0
        FROM unnest(:skus::bigint[], :locations::bigint[]) AS new (sku_id, location_id)
       ORDER BY sku_id, location_id
      ON CONFLICT DO NOTHING
      """;

  private final JdbcClient jdbc;
  private final Catalog catalog;
  private final StockBook book;
  private final Clock clock;

  JdbcReceipts(DataSource dataSource, Catalog catalog, StockBook book, Clock clock) {
    this.jdbc = JdbcClient.create(dataSource);
    this.catalog = catalog;
    this.book = book;
    this.clock = clock;
  }

  @Override
  public ReceiveStockResult book(List<ReceiveStock> receipts) {
    List<Arrival> arrivals = once(arrivals(receipts));
    Set<String> claimed = claim(arrivals);
    List<Arrival> fresh = arrivals.stream().filter(row -> claimed.contains(row.id())).toList();
    refuseChanged(arrivals.stream().filter(row -> !claimed.contains(row.id())).toList());
    if (!fresh.isEmpty()) {
      post(fresh);
    }
    return new ReceiveStockResult(fresh.size(), receipts.size() - fresh.size());
  }

  private void post(List<Arrival> fresh) {
    List<StockKey> keys = fresh.stream().map(Arrival::key).distinct().toList();
    jdbc.sql(OPEN)
        .param("skus", SqlArrays.longs(keys, StockKey::skuId))
        .param("locations", SqlArrays.longs(keys, StockKey::locationId))
        .update();
    book.post(book.lock(keys), fresh.stream().map(Arrival::movement).toList());
  }

  private Set<String> claim(List<Arrival> arrivals) {
    return new HashSet<>(
        bind(CLAIM, arrivals)
            .param("at", SqlTime.of(SqlTime.now(clock)))
            .query(String.class)
            .list());
  }

  private void refuseChanged(List<Arrival> repeated) {
    Set<String> same = new HashSet<>(bind(SAME, repeated).query(String.class).list());
    for (Arrival arrival : repeated) {
      if (!same.contains(arrival.id())) {
        throw new IllegalArgumentException(
            "the idempotency key '%s' was used for another receipt; give this one a key of its own"
                .formatted(arrival.id()));
      }
    }
  }

  private JdbcClient.StatementSpec bind(String sql, List<Arrival> arrivals) {
    return jdbc.sql(sql)
        .param("keys", SqlArrays.texts(arrivals, Arrival::id))
        .param("skus", SqlArrays.longs(arrivals, row -> row.key().skuId()))
        .param("locations", SqlArrays.longs(arrivals, row -> row.key().locationId()))
        .param("quantities", SqlArrays.ints(arrivals, row -> row.receipt().quantity()));
  }

  /** Sorted by key, so that two callers with the same keys wait instead of deadlocking. */
  private static List<Arrival> once(List<Arrival> arrivals) {
    Map<String, Arrival> byKey = new TreeMap<>();
    for (Arrival arrival : arrivals) {
      Arrival other = byKey.putIfAbsent(arrival.id(), arrival);
      if (other != null && !other.equals(arrival)) {
        throw new IllegalArgumentException(
            "the idempotency key '%s' stands for two receipts; give each its own"
                .formatted(arrival.id()));
      }
    }
    return List.copyOf(byKey.values());
  }

  private List<Arrival> arrivals(List<ReceiveStock> receipts) {
    Map<String, Sku> skus =
        catalog.findByCodes(receipts.stream().map(ReceiveStock::skuCode).distinct().toList());
    Map<String, Long> locations = locations();
    return receipts.stream()
        .map(
            receipt ->
                new Arrival(
                    receipt,
                    new StockKey(
                        known("SKU", receipt.skuCode(), skus).skuId(),
                        known("location", receipt.location(), locations))))
        .sorted(Comparator.comparing(Arrival::id))
        .toList();
  }

  private Map<String, Long> locations() {
    return jdbc
        .sql("SELECT code, location_id FROM inventory.location")
        .query((row, number) -> Map.entry(row.getString(1), row.getLong(2)))
        .list()
        .stream()
        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static <T> T known(String what, String code, Map<String, T> all) {
    T found = all.get(code);
    if (found == null) {
      throw new IllegalArgumentException(
          "%s '%s' is unknown; register it before stock is received".formatted(what, code));
    }
    return found;
  }

  private record Arrival(ReceiveStock receipt, StockKey key) {
    String id() {
      return receipt.idempotencyKey();
    }

    Movement movement() {
      return new Movement(key, MovementReason.RECEIVED, receipt.quantity(), null, receipt.note());
    }
  }
}
