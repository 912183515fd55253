package io.entrepot.core.payment;

import java.util.UUID;

/**
 * Asks for the money of an order.
 *
 * @param provider the connector's id, such as {@code toss-payments}
 */
public record RequestPayment(UUID orderId, String provider) {}
