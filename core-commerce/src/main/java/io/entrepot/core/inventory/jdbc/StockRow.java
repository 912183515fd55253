package io.entrepot.core.inventory.jdbc;

import io.entrepot.core.inventory.Quantities;

/** A stock row that this transaction holds locked. */
record StockRow(StockKey key, Quantities quantities, long version) {}
