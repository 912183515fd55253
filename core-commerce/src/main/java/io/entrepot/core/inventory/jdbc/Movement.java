package io.entrepot.core.inventory.jdbc;

import io.entrepot.core.inventory.MovementReason;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Pieces that are to move. */
record Movement(
    StockKey key,
    MovementReason reason,
    int pieces,
    @Nullable UUID lockId,
    @Nullable String note) {}
