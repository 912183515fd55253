/**
 * The console: pages rendered here, kept live by streams that only say "something changed". Figures
 * come from the APIs of their owners; no page has SQL of its own.
 */
@NullMarked
package io.entrepot.app.console;

import org.jspecify.annotations.NullMarked;
