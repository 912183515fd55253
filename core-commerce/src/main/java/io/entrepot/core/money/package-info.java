/** Amounts: whole minor units and a currency, never a floating point number. */
@NullMarked
package io.entrepot.core.money;

import org.jspecify.annotations.NullMarked;
