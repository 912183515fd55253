/** Orders in PostgreSQL. */
@NullMarked
package io.entrepot.core.order.jdbc;

import org.jspecify.annotations.NullMarked;
