package io.entrepot.core.payment;

/** How many were found charged, refused, or still unknown. */
public record ResolvedPayments(int completed, int failed, int unknown) {}
