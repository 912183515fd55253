/** The verbs of {@code ./hub}. Those of other packages are listed in {@code HubCommand}. */
@NullMarked
package io.entrepot.app.cli;

import org.jspecify.annotations.NullMarked;
