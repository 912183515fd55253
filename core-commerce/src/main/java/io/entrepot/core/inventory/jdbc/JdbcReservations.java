package io.entrepot.core.inventory.jdbc;

import io.entrepot.core.inventory.MovementReason;
import io.entrepot.core.inventory.Reservations;
import io.entrepot.core.inventory.ReserveResult;
import io.entrepot.core.inventory.ReserveResult.Shortage;
import io.entrepot.core.inventory.StockLocation;
import io.entrepot.core.jdbc.SqlArrays;
import io.entrepot.core.jdbc.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcReservations implements Reservations {
  private static final String HOLD =
      """
      INSERT INTO inventory.reservation
             (lock_id, sku_id, location_id, quantity, state, expires_at, reserved_seq)
      SELECT :lock, sku_id, location_id, quantity, 'HELD', :expires, seq
        FROM unnest(:skus::bigint[], :locations::bigint[], :quantities::int[], :seqs::bigint[])
             AS new (sku_id, location_id, quantity, seq)
      """;

  private static final String LIVE =
      """
      SELECT sku_id, location_id, quantity, state
        FROM inventory.reservation
       WHERE lock_id = :lock AND state IN ('HELD', 'ALLOCATED')
       ORDER BY sku_id, location_id
         FOR UPDATE
      """;

  private static final String TURN =
      """
      UPDATE inventory.reservation SET state = :state
       WHERE lock_id = :lock AND state IN ('HELD', 'ALLOCATED')
      """;

  private final JdbcClient jdbc;
  private final StockBook book;

  JdbcReservations(DataSource dataSource, StockBook book) {
    this.jdbc = JdbcClient.create(dataSource);
    this.book = book;
  }

  @Override
  public ReserveResult reserve(UUID lockId, Map<Long, Integer> pieces, Instant expiresAt) {
    List<Movement> wanted = new ArrayList<>();
    pieces.forEach((sku, count) -> wanted.add(reserving(lockId, sku, count)));
    Map<StockKey, StockRow> locked = book.lock(wanted.stream().map(Movement::key).toList());
    List<Shortage> shortages =
        wanted.stream()
            .map(want -> new Shortage(want.key().skuId(), want.pieces(), available(want, locked)))
            .filter(shortage -> shortage.available() < shortage.wanted())
            .toList();
    if (!shortages.isEmpty()) {
      return new ReserveResult.TooLittle(shortages);
    }
    hold(lockId, book.post(locked, wanted), expiresAt);
    return new ReserveResult.Reserved();
  }

  @Override
  public void allocate(UUID lockId) {
    List<Held> held = live(lockId);
    requireAll(held, "HELD", lockId);
    turn(lockId, "ALLOCATED", held, row -> MovementReason.ALLOCATED);
  }

  @Override
  public void release(UUID lockId, MovementReason why) {
    List<Held> held = live(lockId);
    if (!held.isEmpty()) {
      turn(lockId, "RELEASED", held, row -> row.allocated() ? MovementReason.DEALLOCATED : why);
    }
  }

  @Override
  public void ship(UUID lockId) {
    List<Held> held = live(lockId);
    requireAll(held, "ALLOCATED", lockId);
    turn(lockId, "SHIPPED", held, row -> MovementReason.SHIPPED);
  }

  private void turn(
      UUID lockId, String state, List<Held> held, Function<Held, MovementReason> reason) {
    List<Movement> movements =
        held.stream()
            .map(row -> new Movement(row.key(), reason.apply(row), row.quantity(), lockId, null))
            .toList();
    book.post(book.lock(held.stream().map(Held::key).toList()), movements);
    jdbc.sql(TURN).param("lock", lockId).param("state", state).update();
  }

  private void hold(UUID lockId, List<LedgerRow> rows, Instant expiresAt) {
    jdbc.sql(HOLD)
        .param("lock", lockId)
        .param("expires", SqlTime.of(expiresAt))
        .param("skus", SqlArrays.longs(rows, row -> row.key().skuId()))
        .param("locations", SqlArrays.longs(rows, row -> row.key().locationId()))
        .param("quantities", SqlArrays.ints(rows, row -> row.movement().pieces()))
        .param("seqs", SqlArrays.longs(rows, LedgerRow::seq))
        .update();
  }

  private List<Held> live(UUID lockId) {
    return jdbc.sql(LIVE).param("lock", lockId).query(JdbcReservations::held).list();
  }

  private static Movement reserving(UUID lockId, long skuId, int pieces) {
    var key = new StockKey(skuId, StockLocation.MAIN_ID);
    return new Movement(key, MovementReason.RESERVED, pieces, lockId, null);
  }

  /** Nothing was ever received of what has no row. */
  private static int available(Movement wanted, Map<StockKey, StockRow> locked) {
    StockRow row = locked.get(wanted.key());
    return row == null ? 0 : row.quantities().available();
  }

  private static void requireAll(List<Held> held, String state, UUID lockId) {
    if (held.isEmpty() || held.stream().anyMatch(row -> !row.state().equals(state))) {
      throw new IllegalStateException(
          "the reservation %s is not %s throughout: %s".formatted(lockId, state, held));
    }
  }

  private static Held held(ResultSet row, int number) throws SQLException {
    return new Held(
        new StockKey(row.getLong("sku_id"), row.getLong("location_id")),
        row.getInt("quantity"),
        row.getString("state"));
  }

  private record Held(StockKey key, int quantity, String state) {
    boolean allocated() {
      return state.equals("ALLOCATED");
    }
  }
}
