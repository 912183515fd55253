package io.entrepot.core.order;

/**
 * Cancels orders whose time to pay has run out.
 *
 * @param limit orders at most in one call
 */
public record ExpireOrders(int limit) {}
