package io.entrepot.core.order;

import java.util.UUID;

/**
 * Calls an order off.
 *
 * @param reason a code, such as {@code BUYER_REQUEST}: up to 64 characters
 * @param actor who wants it, for the audit trail: 1 to 100 characters
 */
public record CancelOrder(UUID orderId, String reason, String actor) {

  public CancelOrder {
    if (reason.isBlank() || reason.length() > 64) {
      throw new IllegalArgumentException(
          "the reason of a cancellation must have 1 to 64 characters");
    }
    if (actor.isBlank() || actor.length() > 100) {
      throw new IllegalArgumentException("who cancels must be told in 1 to 100 characters");
    }
  }
}
