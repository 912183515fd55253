/** The node: everything that joins the core to the partners. */
@NullMarked
package io.entrepot.app;

import org.jspecify.annotations.NullMarked;
