/** How fast documents are translated: against JSLT, JSONata and Java written by hand. */
@NullMarked
package io.entrepot.app.bench.mapping;

import org.jspecify.annotations.NullMarked;
