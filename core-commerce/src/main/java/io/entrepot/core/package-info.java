/**
 * The commerce core: orders, stock, payments and their ledgers. Knows no partner, no framework but
 * JDBC.
 */
@NullMarked
package io.entrepot.core;

import org.jspecify.annotations.NullMarked;
