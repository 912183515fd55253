/** {@code ./hub partner new}: the files of a new partner, which run and are tested as they are. */
@NullMarked
package io.entrepot.app.partner.create;

import org.jspecify.annotations.NullMarked;
