/** Partners, one package each; only spi is shared. */
@NullMarked
package io.entrepot.connectors;

import org.jspecify.annotations.NullMarked;
