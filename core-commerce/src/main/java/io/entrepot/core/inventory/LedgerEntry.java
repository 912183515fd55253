package io.entrepot.core.inventory;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One movement.
 *
 * @param seq counts the movements of one SKU at one location from 1
 * @param delta what was added to each quantity
 * @param balance each quantity after the movement
 * @param lockId of the reservation, null for a receipt
 */
public record LedgerEntry(
    String skuCode,
    String location,
    long seq,
    Instant at,
    MovementReason reason,
    Quantities delta,
    Quantities balance,
    @Nullable UUID lockId,
    @Nullable String note) {}
