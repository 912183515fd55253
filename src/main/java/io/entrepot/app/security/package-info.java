/**
 * Who may do what: the chains of filters before every address, sign-in by password, the key of the
 * operations API, and the first administrator.
 */
@NullMarked
package io.entrepot.app.security;

import org.jspecify.annotations.NullMarked;
