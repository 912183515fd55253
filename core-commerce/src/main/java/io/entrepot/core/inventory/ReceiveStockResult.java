package io.entrepot.core.inventory;

/**
 * How many receipts were booked.
 *
 * @param received receipts booked now
 * @param repeated receipts whose idempotency key was booked before
 */
public record ReceiveStockResult(int received, int repeated) {}
