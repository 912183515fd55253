package io.entrepot.core.inventory;

/** The lanes that nodes take turns in. */
public final class StockLanes {
  /**
   * Of all groups of orders: a group touches many SKUs, and taking a lane for each would cost more
   * than the group.
   */
  public static final String ORDERS = "stock:orders";

  private StockLanes() {}
}
