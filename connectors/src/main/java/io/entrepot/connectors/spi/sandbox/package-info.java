/**
 * The frame in which partners are simulated: one HTTP server, books that outlive a crash, faults by
 * name. A sandbox shares nothing with its client but the wire.
 */
@NullMarked
package io.entrepot.connectors.spi.sandbox;

import org.jspecify.annotations.NullMarked;
