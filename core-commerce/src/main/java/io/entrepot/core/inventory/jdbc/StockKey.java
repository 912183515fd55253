package io.entrepot.core.inventory.jdbc;

/** One SKU at one location. */
record StockKey(long skuId, long locationId) {}
