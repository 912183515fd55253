/** {@code ./hub prove stock}: whatever happens, the ledger explains every piece. */
@NullMarked
package io.entrepot.app.prove.stock;

import org.jspecify.annotations.NullMarked;
