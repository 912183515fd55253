package io.entrepot.core.inventory.jdbc;

import static java.util.stream.Collectors.toMap;

import io.entrepot.core.inventory.Quantities;
import io.entrepot.core.jdbc.SqlArrays;
import io.entrepot.core.jdbc.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Moves stock: locks the rows in SKU order, then writes ledger and stock with a statement each. The
 * ledger's primary key and the stock's version refuse whoever worked on something older.
 */
@Component
class StockBook {
  private static final String LOCK =
      """
      SELECT sku_id, location_id, on_hand, reserved, allocated, safety, version
        FROM inventory.stock
        JOIN unnest(:skus::bigint[], :locations::bigint[]) AS wanted (sku_id, location_id)
       USING (sku_id, location_id)
       ORDER BY sku_id, location_id
         FOR UPDATE OF stock
      """;

  private static final String APPEND =
      """
      INSERT INTO inventory.ledger
             (sku_id, location_id, seq, at, reason, lock_id, note,
              on_hand_delta, reserved_delta, allocated_delta, safety_delta,
              on_hand, reserved, allocated, safety)
      SELECT sku_id, location_id, seq, :at, reason, lock_id::uuid, note,
             on_hand_delta, reserved_delta, allocated_delta, safety_delta,
             on_hand, reserved, allocated, safety
        FROM unnest(:skus::bigint[], :locations::bigint[], :seqs::bigint[], :reasons::text[],
                    :locks::text[], :notes::text[],
                    :onHandDeltas::int[], :reservedDeltas::int[], :allocatedDeltas::int[],
                    :safetyDeltas::int[], :onHands::int[], :reserveds::int[], :allocateds::int[],
                    :safeties::int[])
             AS new (sku_id, location_id, seq, reason, lock_id, note,
                     on_hand_delta, reserved_delta, allocated_delta, safety_delta,
                     on_hand, reserved, allocated, safety)
      """;

  private static final String MOVE =
      """
      UPDATE inventory.stock s
         SET on_hand = new.on_hand, reserved = new.reserved, allocated = new.allocated,
             safety = new.safety, version = new.version
        FROM unnest(:skus::bigint[], :locations::bigint[], :onHands::int[], :reserveds::int[],
                    :allocateds::int[], :safeties::int[], :versions::bigint[], :before::bigint[])
             AS new (sku_id, location_id, on_hand, reserved, allocated, safety, version, before)
       WHERE s.sku_id = new.sku_id AND s.location_id = new.location_id AND s.version = new.before
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  StockBook(DataSource dataSource, Clock clock) {
    this.jdbc = JdbcClient.create(dataSource);
    this.clock = clock;
  }

  /** A key without stock has no entry. */
  Map<StockKey, StockRow> lock(Collection<StockKey> keys) {
    List<StockKey> wanted = List.copyOf(keys);
    return jdbc
        .sql(LOCK)
        .param("skus", SqlArrays.longs(wanted, StockKey::skuId))
        .param("locations", SqlArrays.longs(wanted, StockKey::locationId))
        .query(StockBook::row)
        .list()
        .stream()
        .collect(toMap(StockRow::key, Function.identity()));
  }

  List<LedgerRow> post(Map<StockKey, StockRow> locked, Collection<Movement> movements) {
    Posting posting = Posting.of(locked, movements);
    append(posting.ledger());
    move(posting);
    return posting.ledger();
  }

  private void append(List<LedgerRow> rows) {
    jdbc.sql(APPEND)
        .param("at", SqlTime.of(SqlTime.now(clock)))
        .param("skus", SqlArrays.longs(rows, row -> row.key().skuId()))
        .param("locations", SqlArrays.longs(rows, row -> row.key().locationId()))
        .param("seqs", SqlArrays.longs(rows, LedgerRow::seq))
        .param("reasons", SqlArrays.texts(rows, row -> row.movement().reason()))
        .param("locks", SqlArrays.texts(rows, row -> row.movement().lockId()))
        .param("notes", SqlArrays.texts(rows, row -> row.movement().note()))
        .param("onHandDeltas", SqlArrays.ints(rows, row -> row.delta().onHand()))
        .param("reservedDeltas", SqlArrays.ints(rows, row -> row.delta().reserved()))
        .param("allocatedDeltas", SqlArrays.ints(rows, row -> row.delta().allocated()))
        .param("safetyDeltas", SqlArrays.ints(rows, row -> row.delta().safety()))
        .param("onHands", SqlArrays.ints(rows, row -> row.balance().onHand()))
        .param("reserveds", SqlArrays.ints(rows, row -> row.balance().reserved()))
        .param("allocateds", SqlArrays.ints(rows, row -> row.balance().allocated()))
        .param("safeties", SqlArrays.ints(rows, row -> row.balance().safety()))
        .update();
  }

  private void move(Posting posting) {
    List<StockRow> rows = posting.stock();
    int moved =
        jdbc.sql(MOVE)
            .param("skus", SqlArrays.longs(rows, row -> row.key().skuId()))
            .param("locations", SqlArrays.longs(rows, row -> row.key().locationId()))
            .param("onHands", SqlArrays.ints(rows, row -> row.quantities().onHand()))
            .param("reserveds", SqlArrays.ints(rows, row -> row.quantities().reserved()))
            .param("allocateds", SqlArrays.ints(rows, row -> row.quantities().allocated()))
            .param("safeties", SqlArrays.ints(rows, row -> row.quantities().safety()))
            .param("versions", SqlArrays.longs(rows, StockRow::version))
            .param("before", SqlArrays.longs(rows, posting::versionBefore))
            .update();
    if (moved != rows.size()) {
      throw new IllegalStateException(
          "stock changed under its lock: %d of %d rows moved; nothing is kept, try again"
              .formatted(moved, rows.size()));
    }
  }

  private static StockRow row(ResultSet row, int number) throws SQLException {
    return new StockRow(
        new StockKey(row.getLong("sku_id"), row.getLong("location_id")),
        new Quantities(
            row.getInt("on_hand"),
            row.getInt("reserved"),
            row.getInt("allocated"),
            row.getInt("safety")),
        row.getLong("version"));
  }
}
