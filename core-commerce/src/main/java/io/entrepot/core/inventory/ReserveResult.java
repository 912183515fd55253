package io.entrepot.core.inventory;

import java.util.List;

/** What became of a wish to reserve. */
public sealed interface ReserveResult {

  record Reserved() implements ReserveResult {}

  /** Nothing was reserved. */
  record TooLittle(List<Shortage> shortages) implements ReserveResult {}

  /** In pieces; {@code available} may be negative. */
  record Shortage(long skuId, int wanted, int available) {}
}
