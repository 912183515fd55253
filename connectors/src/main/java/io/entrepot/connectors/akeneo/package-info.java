/** Akeneo PIM as it is simulated; the connector itself is declared in declared/akeneo.yaml. */
@NullMarked
package io.entrepot.connectors.akeneo;

import org.jspecify.annotations.NullMarked;
