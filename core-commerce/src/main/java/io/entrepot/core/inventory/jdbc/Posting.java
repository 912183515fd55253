package io.entrepot.core.inventory.jdbc;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Movements applied one after another to locked stock rows: what the ledger and the stock must say
 * afterwards. Pure arithmetic; several movements of one SKU follow each other.
 */
final class Posting {
  private final Map<StockKey, StockRow> before;
  private final Map<StockKey, StockRow> after = new LinkedHashMap<>();
  private final List<LedgerRow> ledger = new ArrayList<>();

  Posting(Map<StockKey, StockRow> locked) {
    this.before = locked;
  }

  static Posting of(Map<StockKey, StockRow> locked, Collection<Movement> movements) {
    Posting posting = new Posting(locked);
    movements.forEach(posting::apply);
    return posting;
  }

  /** As it stands after what was applied so far; null where nothing was ever received. */
  @Nullable StockRow row(StockKey key) {
    StockRow moved = after.get(key);
    return moved == null ? before.get(key) : moved;
  }

  /** Returns what the ledger must say of it. */
  LedgerRow apply(Movement movement) {
    StockRow row = row(movement.key());
    if (row == null) {
      throw new IllegalStateException(
          "%s moves stock that was never received: %s"
              .formatted(movement.reason(), movement.key()));
    }
    var delta = movement.reason().delta(movement.pieces());
    var next = new StockRow(row.key(), row.quantities().plus(delta), row.version() + 1);
    after.put(row.key(), next);
    LedgerRow posted = new LedgerRow(movement, next.version(), delta, next.quantities());
    ledger.add(posted);
    return posted;
  }

  List<LedgerRow> ledger() {
    return ledger;
  }

  List<StockRow> stock() {
    return List.copyOf(after.values());
  }

  long versionBefore(StockRow row) {
    StockRow locked = before.get(row.key());
    if (locked == null) {
      throw new AssertionError("moved without a lock: " + row.key());
    }
    return locked.version();
  }
}
