/** What a connector and the hub agree on about tokens: where they are kept, and who may renew. */
@NullMarked
package io.entrepot.connectors.spi.auth;

import org.jspecify.annotations.NullMarked;
