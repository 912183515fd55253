package io.entrepot.core.inventory;

/**
 * Sums over all SKUs and locations.
 *
 * @param stock as the stock table says
 * @param ledger as the ledger's deltas add up to
 */
public record InventoryTotals(long skus, long ledgerEntries, Sum stock, Sum ledger) {

  /** In pieces. */
  public record Sum(long onHand, long reserved, long allocated, long safety) {}
}
