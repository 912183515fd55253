package io.entrepot.core.inventory;

import java.util.List;
import java.util.UUID;

/** Port: reads stock and ledger; changes nothing. */
public interface InventoryQueries {
  /** Of one SKU at each location; empty if it never had stock. */
  List<StockLevel> levels(String skuCode);

  /** The newest movements of one SKU first. */
  List<LedgerEntry> ledger(String skuCode, int limit);

  /** Every movement under one lock id, that of an order's reservation; oldest first. */
  List<LedgerEntry> ledgerOfLock(UUID lockId);

  InventoryTotals totals();

  /**
   * Derives every balance anew from the ledger and the reservations and compares it with what is
   * stored, in one snapshot; empty is good. The first 10 000 differences.
   */
  List<StockDifference> check();
}
