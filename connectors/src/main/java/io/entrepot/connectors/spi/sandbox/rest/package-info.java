/** Simulates a plain REST partner from a few declarations; the frame does the rest. */
@NullMarked
package io.entrepot.connectors.spi.sandbox.rest;

import org.jspecify.annotations.NullMarked;
