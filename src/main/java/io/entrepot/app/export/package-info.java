/** Files for finance: which orders, as which rows, dropped so that no half file is ever read. */
@NullMarked
package io.entrepot.app.export;

import org.jspecify.annotations.NullMarked;
