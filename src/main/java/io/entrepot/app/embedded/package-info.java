/** The parts a hub brings along when it is given none: PostgreSQL, SFTP, mail, the sandbox. */
@NullMarked
package io.entrepot.app.embedded;

import org.jspecify.annotations.NullMarked;
