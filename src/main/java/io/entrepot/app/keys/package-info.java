/** The key ring: what is personal is sealed with it before it is written. */
@NullMarked
package io.entrepot.app.keys;

import org.jspecify.annotations.NullMarked;
