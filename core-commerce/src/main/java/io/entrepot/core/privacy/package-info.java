/** The port that keeps personal data unreadable at rest. */
@NullMarked
package io.entrepot.core.privacy;

import org.jspecify.annotations.NullMarked;
