/**
 * Group commit: what many callers want is decided together and made durable by one transaction.
 * Knows no context; orders, payments and shipments bring their own {@link
 * io.entrepot.core.commit.GroupWork}.
 */
@NullMarked
package io.entrepot.core.commit;

import org.jspecify.annotations.NullMarked;
