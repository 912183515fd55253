/** The warehouse: shipments asked for by REST, reported by a signed webhook. */
@NullMarked
package io.entrepot.connectors.wms;

import org.jspecify.annotations.NullMarked;
