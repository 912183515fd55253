/** Payments: asking for money, what the provider said, and the ledger of what was really taken. */
@NullMarked
package io.entrepot.core.payment;

import org.jspecify.annotations.NullMarked;
