/** The message store: every message in and out, sealed, with its attempts. */
@NullMarked
package io.entrepot.app.message;

import org.jspecify.annotations.NullMarked;
