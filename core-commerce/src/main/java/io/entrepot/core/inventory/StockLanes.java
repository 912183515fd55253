package io.entrepot.core.inventory;

import java.util.Collection;

/** Which lane an order works in: that of its lowest SKU, so that orders of one hot SKU meet. */
public final class StockLanes {
  // Few enough that a lane is a crowd's meeting place, many enough that crowds do not meet.
  private static final int LANES = 16;

  private StockLanes() {}

  public static String of(Collection<Long> skuIds) {
    long lowest = skuIds.stream().mapToLong(Long::longValue).min().orElseThrow();
    return "stock:" + Math.floorMod(lowest, LANES);
  }
}
