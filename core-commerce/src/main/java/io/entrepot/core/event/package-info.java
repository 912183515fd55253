/** What happened in the core, and the ports by which it is told to the world. */
@NullMarked
package io.entrepot.core.event;

import org.jspecify.annotations.NullMarked;
