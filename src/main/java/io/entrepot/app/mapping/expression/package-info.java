/**
 * JSONata as mappings use it: bounded in steps, depth, time and size, blind to everything but the
 * document, and without functions that answer differently the second time.
 */
@NullMarked
package io.entrepot.app.mapping.expression;

import org.jspecify.annotations.NullMarked;
