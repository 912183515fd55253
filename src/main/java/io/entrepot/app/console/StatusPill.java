package io.entrepot.app.console;

/**
 * How a state is shown: its mark (a shape and a colour, never the colour alone) and the key of its
 * word.
 *
 * @param mark ok, warn, fail, paused, unknown, run or wait
 */
record StatusPill(String mark, String text) {}
