package io.entrepot.core.inventory;

import java.util.List;
import java.util.UUID;

/** Port: reads stock and ledger; changes nothing. */
public interface InventoryQueries {
  /** Of one SKU at each location; empty if it never had stock. */
  List<StockLevel> levels(String skuCode);

  /** The newest movements of one SKU first. */
  List<LedgerEntry> ledger(String skuCode, int limit);

  /** Every movement for one order, oldest first. */
  List<LedgerEntry> ledger(UUID orderId);

  InventoryTotals totals();

  /**
   * Derives every balance anew from the ledger and compares it with what is stored; empty is good.
   */
  List<StockDifference> check();
}
