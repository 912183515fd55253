package io.entrepot.core.inventory.jdbc;

import io.entrepot.core.inventory.LockedStock;
import io.entrepot.core.inventory.MovementReason;
import io.entrepot.core.inventory.ReserveResult;
import io.entrepot.core.inventory.ReserveResult.Shortage;
import io.entrepot.core.inventory.StockLocation;
import io.entrepot.core.jdbc.SqlArrays;
import io.entrepot.core.jdbc.SqlFragment;
import io.entrepot.core.jdbc.SqlTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reservations of one group, decided on the rows that are locked and written together. */
final class JdbcLockedStock implements LockedStock {
  // Ledger and reservation of one set of rows: each array that is unpacked costs the server time.
  private static final String HOLD =
      """
      WITH new AS (
        SELECT lock_id::uuid, sku_id, location_id, pieces, seq, expires, on_hand, reserved,
               allocated, safety
          FROM unnest(?::text[], ?::bigint[], ?::bigint[], ?::int[], ?::bigint[], ?::bigint[],
                      ?::int[], ?::int[], ?::int[], ?::int[])
               AS new (lock_id, sku_id, location_id, pieces, seq, expires, on_hand, reserved,
                       allocated, safety)),
      held AS (
        INSERT INTO inventory.reservation
               (lock_id, sku_id, location_id, quantity, state, expires_at, reserved_seq)
        SELECT lock_id, sku_id, location_id, pieces, 'HELD',
               'epoch'::timestamptz + expires * interval '1 microsecond', seq
          FROM new)
      INSERT INTO inventory.ledger
             (sku_id, location_id, seq, at, reason, lock_id,
              on_hand_delta, reserved_delta, allocated_delta, safety_delta,
              on_hand, reserved, allocated, safety)
      SELECT sku_id, location_id, seq, ?, 'RESERVED', lock_id, 0, pieces, 0, 0,
             on_hand, reserved, allocated, safety
        FROM new
      """;

  private final StockBook book;
  private final Posting posting;
  private final List<Hold> holds = new ArrayList<>();

  JdbcLockedStock(StockBook book, Map<StockKey, StockRow> locked) {
    this.book = book;
    this.posting = new Posting(locked);
  }

  @Override
  public ReserveResult reserve(UUID lockId, Map<Long, Integer> pieces, Instant expiresAt) {
    List<Shortage> shortages = new ArrayList<>();
    pieces.forEach(
        (sku, wanted) -> {
          int available = available(key(sku));
          if (available < wanted) {
            shortages.add(new Shortage(sku, wanted, available));
          }
        });
    if (!shortages.isEmpty()) {
      return new ReserveResult.TooLittle(shortages);
    }
    pieces.forEach((sku, wanted) -> hold(lockId, key(sku), wanted, expiresAt));
    return new ReserveResult.Reserved();
  }

  private void hold(UUID lockId, StockKey key, int wanted, Instant expiresAt) {
    Movement movement = new Movement(key, MovementReason.RESERVED, wanted, lockId, null);
    holds.add(new Hold(posting.apply(movement), expiresAt));
  }

  @Override
  public List<SqlFragment> fragments() {
    if (holds.isEmpty()) {
      return List.of();
    }
    return List.of(
        SqlFragment.writing(
            holds.size(),
            HOLD,
            SqlArrays.texts(holds, hold -> hold.movement().lockId()),
            SqlArrays.longs(holds, hold -> hold.movement().key().skuId()),
            SqlArrays.longs(holds, hold -> hold.movement().key().locationId()),
            SqlArrays.ints(holds, hold -> hold.movement().pieces()),
            SqlArrays.longs(holds, hold -> hold.row().seq()),
            SqlArrays.longs(holds, hold -> SqlTime.micros(hold.expiresAt())),
            SqlArrays.ints(holds, hold -> hold.row().balance().onHand()),
            SqlArrays.ints(holds, hold -> hold.row().balance().reserved()),
            SqlArrays.ints(holds, hold -> hold.row().balance().allocated()),
            SqlArrays.ints(holds, hold -> hold.row().balance().safety()),
            book.now()),
        StockBook.move(posting));
  }

  /** Nothing was ever received of what has no row. */
  private int available(StockKey key) {
    StockRow row = posting.row(key);
    return row == null ? 0 : row.quantities().available();
  }

  private static StockKey key(long skuId) {
    return new StockKey(skuId, StockLocation.MAIN_ID);
  }

  private record Hold(LedgerRow row, Instant expiresAt) {
    Movement movement() {
      return row.movement();
    }
  }
}
