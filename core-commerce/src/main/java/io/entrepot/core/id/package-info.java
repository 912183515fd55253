/** Identifiers that sort by the time they were made. */
@NullMarked
package io.entrepot.core.id;

import org.jspecify.annotations.NullMarked;
