package io.entrepot.core.inventory;

import io.entrepot.core.jdbc.SqlFragment;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Stock that the running transaction holds locked. Reservations are decided here in memory, one
 * after another, and written together; not for several threads.
 */
public interface LockedStock {
  /**
   * All or nothing: what is short takes nothing.
   *
   * @param pieces by SKU id, each at least 1; of SKUs that were asked for when locking
   */
  ReserveResult reserve(UUID lockId, Map<Long, Integer> pieces, Instant expiresAt);

  /** What must be sent in this transaction so that the decisions hold; nothing for none. */
  List<SqlFragment> fragments();
}
