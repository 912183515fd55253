package io.entrepot.core.inventory;

/**
 * A place where the books disagree.
 *
 * @param what such as {@code on_hand: stock against the sum of the ledger}
 */
public record StockDifference(
    String skuCode, String location, String what, long expected, long found) {}
