/**
 * Stock by SKU and location: on hand, reserved, allocated and safety, with an append-only ledger of
 * every movement.
 */
@NullMarked
package io.entrepot.core.inventory;

import org.jspecify.annotations.NullMarked;
