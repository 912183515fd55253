/** Shipments in PostgreSQL. */
@NullMarked
package io.entrepot.core.fulfilment.jdbc;

import org.jspecify.annotations.NullMarked;
