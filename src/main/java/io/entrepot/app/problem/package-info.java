/** Errors of the HTTP interfaces as RFC 9457 problems. */
@NullMarked
package io.entrepot.app.problem;

import org.jspecify.annotations.NullMarked;
