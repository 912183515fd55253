package io.entrepot.core.payment;

/**
 * Asks the providers about charges without a known outcome.
 *
 * @param limit payments at most in one call
 */
public record ResolveUnknownPayments(int limit) {}
