/** Stock, ledger and reservations in PostgreSQL. */
@NullMarked
package io.entrepot.core.inventory.jdbc;

import org.jspecify.annotations.NullMarked;
