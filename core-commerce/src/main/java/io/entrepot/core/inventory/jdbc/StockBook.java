package io.entrepot.core.inventory.jdbc;

import static java.util.stream.Collectors.toMap;

import io.entrepot.core.inventory.Quantities;
import io.entrepot.core.jdbc.OneTrip;
import io.entrepot.core.jdbc.SqlArrays;
import io.entrepot.core.jdbc.SqlFragment;
import io.entrepot.core.jdbc.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Moves stock: locks the rows in SKU order, then writes ledger and stock with a statement each in
 * one trip. The ledger's primary key and the stock's version refuse whoever worked on something
 * older.
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
      SELECT sku_id, location_id, seq, ?, reason, lock_id::uuid, note,
             on_hand_delta, reserved_delta, allocated_delta, safety_delta,
             on_hand, reserved, allocated, safety
        FROM unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::text[], ?::text[], ?::text[],
                    ?::int[], ?::int[], ?::int[], ?::int[],
                    ?::int[], ?::int[], ?::int[], ?::int[])
             AS new (sku_id, location_id, seq, reason, lock_id, note,
                     on_hand_delta, reserved_delta, allocated_delta, safety_delta,
                     on_hand, reserved, allocated, safety)
      """;

  private static final String MOVE =
      """
      UPDATE inventory.stock s
         SET on_hand = new.on_hand, reserved = new.reserved, allocated = new.allocated,
             safety = new.safety, version = new.version
        FROM unnest(?::bigint[], ?::bigint[], ?::int[], ?::int[], ?::int[], ?::int[],
                    ?::bigint[], ?::bigint[])
             AS new (sku_id, location_id, on_hand, reserved, allocated, safety, version, before)
       WHERE s.sku_id = new.sku_id AND s.location_id = new.location_id AND s.version = new.before
      """;

  private final JdbcClient jdbc;
  private final OneTrip trip;
  private final Clock clock;

  StockBook(DataSource dataSource, OneTrip trip, Clock clock) {
    this.jdbc = JdbcClient.create(dataSource);
    this.trip = trip;
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

  void post(Map<StockKey, StockRow> locked, Collection<Movement> movements) {
    Posting posting = new Posting(locked);
    movements.forEach(posting::apply);
    trip.run(List.of(append(posting.ledger()), move(posting)));
  }

  OffsetDateTime now() {
    return SqlTime.of(SqlTime.now(clock));
  }

  private SqlFragment append(List<LedgerRow> rows) {
    return SqlFragment.writing(
        rows.size(),
        APPEND,
        now(),
        SqlArrays.longs(rows, row -> row.key().skuId()),
        SqlArrays.longs(rows, row -> row.key().locationId()),
        SqlArrays.longs(rows, LedgerRow::seq),
        SqlArrays.texts(rows, row -> row.movement().reason()),
        SqlArrays.texts(rows, row -> row.movement().lockId()),
        SqlArrays.texts(rows, row -> row.movement().note()),
        SqlArrays.ints(rows, row -> row.delta().onHand()),
        SqlArrays.ints(rows, row -> row.delta().reserved()),
        SqlArrays.ints(rows, row -> row.delta().allocated()),
        SqlArrays.ints(rows, row -> row.delta().safety()),
        SqlArrays.ints(rows, row -> row.balance().onHand()),
        SqlArrays.ints(rows, row -> row.balance().reserved()),
        SqlArrays.ints(rows, row -> row.balance().allocated()),
        SqlArrays.ints(rows, row -> row.balance().safety()));
  }

  /** Writes fewer rows, and so fails, where a version is no longer the one that was locked. */
  static SqlFragment move(Posting posting) {
    List<StockRow> rows = posting.stock();
    return SqlFragment.writing(
        rows.size(),
        MOVE,
        SqlArrays.longs(rows, row -> row.key().skuId()),
        SqlArrays.longs(rows, row -> row.key().locationId()),
        SqlArrays.ints(rows, row -> row.quantities().onHand()),
        SqlArrays.ints(rows, row -> row.quantities().reserved()),
        SqlArrays.ints(rows, row -> row.quantities().allocated()),
        SqlArrays.ints(rows, row -> row.quantities().safety()),
        SqlArrays.longs(rows, StockRow::version),
        SqlArrays.longs(rows, posting::versionBefore));
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
