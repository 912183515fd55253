/** What all contexts need to speak to PostgreSQL; knows none of them. */
@NullMarked
package io.entrepot.core.jdbc;

import org.jspecify.annotations.NullMarked;
