/** A bot that plays the buyer in a payment window; for sandboxes only. */
@NullMarked
package io.entrepot.connectors.buyerbot;

import org.jspecify.annotations.NullMarked;
