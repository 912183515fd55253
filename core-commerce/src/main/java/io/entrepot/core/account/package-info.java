/** Who may sign in. */
@NullMarked
package io.entrepot.core.account;

import org.jspecify.annotations.NullMarked;
