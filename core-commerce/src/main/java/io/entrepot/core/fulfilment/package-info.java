/** Shipments and what carriers tell about them. */
@NullMarked
package io.entrepot.core.fulfilment;

import org.jspecify.annotations.NullMarked;
