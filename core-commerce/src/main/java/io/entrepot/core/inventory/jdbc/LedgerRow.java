package io.entrepot.core.inventory.jdbc;

import io.entrepot.core.inventory.Quantities;

/** A movement with its place in the ledger and the balances after it. */
record LedgerRow(Movement movement, long seq, Quantities delta, Quantities balance) {
  StockKey key() {
    return movement.key();
  }
}
