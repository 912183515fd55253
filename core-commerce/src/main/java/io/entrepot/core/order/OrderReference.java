package io.entrepot.core.order;

/** What an order is known by outside: its idempotency key. */
public record OrderReference(String channel, String reference) {}
