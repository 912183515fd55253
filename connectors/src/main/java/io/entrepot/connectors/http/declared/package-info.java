/**
 * Partners that are declared, not coded: a YAML file with base address, authentication, operations,
 * paging, limits, errors and notices, served as a {@link io.entrepot.connectors.spi.Connector}.
 */
@NullMarked
package io.entrepot.connectors.http.declared;

import org.jspecify.annotations.NullMarked;
