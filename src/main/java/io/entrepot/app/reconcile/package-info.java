/** Compares our own books with each other and with what everybody else believes. */
@NullMarked
package io.entrepot.app.reconcile;

import org.jspecify.annotations.NullMarked;
