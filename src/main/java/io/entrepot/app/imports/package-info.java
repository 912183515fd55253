/**
 * Files of orders: taken in, checked row by row, turned into orders by a mapping, and accounted for
 * to the last row.
 */
@NullMarked
package io.entrepot.app.imports;

import org.jspecify.annotations.NullMarked;
