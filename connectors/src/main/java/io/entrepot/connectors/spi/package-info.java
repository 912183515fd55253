/** What a partner's package implements and what the hub knows of partners; the only shared API. */
@NullMarked
package io.entrepot.connectors.spi;

import org.jspecify.annotations.NullMarked;
