/** Orders: placing, their way from PENDING to DELIVERED, and who did what to them. */
@NullMarked
package io.entrepot.core.order;

import org.jspecify.annotations.NullMarked;
