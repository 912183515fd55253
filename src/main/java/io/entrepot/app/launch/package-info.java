/** What the verbs of {@code ./hub} share: a node of their own, or the way to the running hub. */
@NullMarked
package io.entrepot.app.launch;

import org.jspecify.annotations.NullMarked;
