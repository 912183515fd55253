/** The last step of a route: a canonical document becomes one command to the core. */
@NullMarked
package io.entrepot.app.command;

import org.jspecify.annotations.NullMarked;
