package io.entrepot.core.inventory;

import java.util.function.Supplier;

/**
 * Port: lets one node at a time work a lane of SKUs. Advice only: it saves waiting, while row locks
 * and constraints of the database decide; work goes on when the lock cannot be had.
 */
public interface StockLock {
  /**
   * Runs the work while the lane is ours, or without it.
   *
   * @param lane such as {@code stock:7}; a caller holds one lane at a time
   */
  <T> T withLane(String lane, Supplier<T> work);
}
