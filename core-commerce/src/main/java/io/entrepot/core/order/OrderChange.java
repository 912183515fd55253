package io.entrepot.core.order;

import org.jspecify.annotations.Nullable;

/**
 * Who does what, for the audit trail.
 *
 * @param actor a channel, a provider, a person or {@code system}: up to 100 characters
 * @param action such as {@code confirmed}
 */
public record OrderChange(String actor, String action, @Nullable String detail) {
  OrderChange(String actor, String action) {
    this(actor, action, null);
  }
}
