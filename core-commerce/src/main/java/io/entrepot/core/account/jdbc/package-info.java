/** Accounts in PostgreSQL. */
@NullMarked
package io.entrepot.core.account.jdbc;

import org.jspecify.annotations.NullMarked;
