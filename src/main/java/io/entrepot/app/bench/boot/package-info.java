/** {@code ./hub bench boot}: how long a start takes and what it needs. */
@NullMarked
package io.entrepot.app.bench.boot;

import org.jspecify.annotations.NullMarked;
