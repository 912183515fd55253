package io.entrepot.core.order;

/** A locked order and what it becomes. */
public record OrderStep(Order before, Order after) {}
