/** The {@code partner:} component: every call of a partner is limited, journaled and classified. */
@NullMarked
package io.entrepot.app.partner;

import org.jspecify.annotations.NullMarked;
