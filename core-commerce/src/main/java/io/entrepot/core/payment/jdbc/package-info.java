/** Payments in PostgreSQL. */
@NullMarked
package io.entrepot.core.payment.jdbc;

import org.jspecify.annotations.NullMarked;
