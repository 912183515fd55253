package io.entrepot.core.order;

import java.util.UUID;

/**
 * Calls an order off.
 *
 * @param reason a code, such as {@code BUYER_REQUEST}: up to 64 characters
 * @param actor who wants it, for the audit trail
 */
public record CancelOrder(UUID orderId, String reason, String actor) {}
