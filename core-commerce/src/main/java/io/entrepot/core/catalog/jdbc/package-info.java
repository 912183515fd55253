/** The catalog in PostgreSQL. */
@NullMarked
package io.entrepot.core.catalog.jdbc;

import org.jspecify.annotations.NullMarked;
