/** Port for the protection of personal data. */
@NullMarked
package io.entrepot.core.privacy;

import org.jspecify.annotations.NullMarked;
