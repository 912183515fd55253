/**
 * {@code ./hub bench ordering-hot} and {@code ordering-mixed}: orders confirmed durably through the
 * group engine, against the textbook's row lock and transaction for each order, on the same tables
 * in the same run.
 */
@NullMarked
package io.entrepot.app.bench.ordering;

import org.jspecify.annotations.NullMarked;
