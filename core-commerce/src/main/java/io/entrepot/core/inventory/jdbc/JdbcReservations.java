package io.entrepot.core.inventory.jdbc;

import io.entrepot.core.inventory.LockedStock;
import io.entrepot.core.inventory.MovementReason;
import io.entrepot.core.inventory.Reservations;
import io.entrepot.core.inventory.StockLocation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcReservations implements Reservations {
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
  public LockedStock lock(Collection<Long> skuIds) {
    List<StockKey> keys =
        skuIds.stream().map(sku -> new StockKey(sku, StockLocation.MAIN_ID)).toList();
    return new JdbcLockedStock(book, book.lock(keys));
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

  private List<Held> live(UUID lockId) {
    return jdbc.sql(LIVE).param("lock", lockId).query(JdbcReservations::held).list();
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
