package io.entrepot.connectors.spi.sandbox;

/**
 * A fault that struck.
 *
 * @param number of all strikes of this partner since the server's start, the first has 1
 * @param during the request or errand it struck
 */
record FaultStrike(long number, String fault, String during) {}
