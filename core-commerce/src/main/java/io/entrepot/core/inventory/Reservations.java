package io.entrepot.core.inventory;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/**
 * Port: holds stock for orders under a lock id. Each method joins the caller's transaction and
 * takes row locks in the order of SKU ids.
 */
public interface Reservations {
  /**
   * Locks what there is of these SKUs, in the order of their ids, until the transaction ends; for
   * reserving.
   */
  LockedStock lock(Collection<Long> skuIds);

  /** Pieces that can be had now, by SKU id, without a lock; no entry where there never were any. */
  Map<Long, Integer> available(Collection<Long> skuIds);

  /** Paid: what was reserved becomes allocated and no longer expires. */
  void allocate(UUID lockId);

  /**
   * Gives back whatever is reserved or allocated; nothing to give back is no error.
   *
   * @param why of what is reserved: {@link MovementReason#EXPIRED} or {@link
   *     MovementReason#RELEASED}; what is allocated is booked as {@link MovementReason#DEALLOCATED}
   */
  void release(Collection<UUID> lockIds, MovementReason why);

  /** Gone from the shelf: lowers allocated and on hand. */
  void ship(UUID lockId);
}
