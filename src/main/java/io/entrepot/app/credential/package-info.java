/** Secrets and tokens of partners: sealed at rest, rotated, renewed by one node at a time. */
@NullMarked
package io.entrepot.app.credential;

import org.jspecify.annotations.NullMarked;
