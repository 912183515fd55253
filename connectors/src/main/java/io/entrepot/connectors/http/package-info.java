/** HTTP as partners' clients need it: bounded in time and size, errors classified and safe. */
@NullMarked
package io.entrepot.connectors.http;

import org.jspecify.annotations.NullMarked;
