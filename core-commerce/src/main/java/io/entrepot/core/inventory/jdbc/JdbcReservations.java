package io.entrepot.core.inventory.jdbc;

import io.entrepot.core.inventory.LockedStock;
import io.entrepot.core.inventory.MovementReason;
import io.entrepot.core.inventory.Reservations;
import io.entrepot.core.inventory.StockLocation;
import io.entrepot.core.jdbc.SqlArrays;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcReservations implements Reservations {
  private static final String AVAILABLE =
      """
      SELECT sku_id, on_hand - reserved - allocated - safety AS available
        FROM inventory.stock WHERE sku_id = ANY(:skus) AND location_id = :location
      """;

  private static final String LIVE =
      """
      SELECT lock_id, sku_id, location_id, quantity, state
        FROM inventory.reservation
       WHERE lock_id = ANY(:locks::uuid[]) AND state IN ('HELD', 'ALLOCATED')
       ORDER BY sku_id, location_id, lock_id
         FOR UPDATE
      """;

  private static final String TURN =
      """
      UPDATE inventory.reservation SET state = :state
       WHERE lock_id = ANY(:locks::uuid[]) AND state IN ('HELD', 'ALLOCATED')
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
  public Map<Long, Integer> available(Collection<Long> skuIds) {
    Map<Long, Integer> available = new HashMap<>();
    jdbc.sql(AVAILABLE)
        .param("skus", SqlArrays.longs(skuIds))
        .param("location", StockLocation.MAIN_ID)
        .query(
            row -> {
              available.put(row.getLong("sku_id"), row.getInt("available"));
            });
    return available;
  }

  @Override
  public void allocate(UUID lockId) {
    List<Held> held = live(List.of(lockId));
    requireAll(held, "HELD", lockId);
    turn("ALLOCATED", held, row -> MovementReason.ALLOCATED);
  }

  @Override
  public void release(Collection<UUID> lockIds, MovementReason why) {
    List<Held> held = live(lockIds);
    if (!held.isEmpty()) {
      turn("RELEASED", held, row -> row.allocated() ? MovementReason.DEALLOCATED : why);
    }
  }

  @Override
  public void ship(UUID lockId) {
    List<Held> held = live(List.of(lockId));
    requireAll(held, "ALLOCATED", lockId);
    turn("SHIPPED", held, row -> MovementReason.SHIPPED);
  }

  private void turn(String state, List<Held> held, Function<Held, MovementReason> reason) {
    List<Movement> movements =
        held.stream()
            .map(
                row ->
                    new Movement(row.key(), reason.apply(row), row.quantity(), row.lockId(), null))
            .toList();
    book.post(book.lock(held.stream().map(Held::key).distinct().toList()), movements);
    List<UUID> lockIds = held.stream().map(Held::lockId).distinct().toList();
    jdbc.sql(TURN).param("locks", SqlArrays.uuids(lockIds)).param("state", state).update();
  }

  private List<Held> live(Collection<UUID> lockIds) {
    return jdbc.sql(LIVE)
        .param("locks", SqlArrays.uuids(lockIds))
        .query(JdbcReservations::held)
        .list();
  }

  private static void requireAll(List<Held> held, String state, UUID lockId) {
    if (held.isEmpty() || held.stream().anyMatch(row -> !row.state().equals(state))) {
      throw new IllegalStateException(
          "the reservation %s is not %s throughout: %s".formatted(lockId, state, held));
    }
  }

  private static Held held(ResultSet row, int number) throws SQLException {
    return new Held(
        row.getObject("lock_id", UUID.class),
        new StockKey(row.getLong("sku_id"), row.getLong("location_id")),
        row.getInt("quantity"),
        row.getString("state"));
  }

  private record Held(UUID lockId, StockKey key, int quantity, String state) {
    boolean allocated() {
      return state.equals("ALLOCATED");
    }
  }
}
