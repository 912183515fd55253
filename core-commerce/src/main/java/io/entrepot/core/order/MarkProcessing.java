package io.entrepot.core.order;

import java.util.UUID;

/** The warehouse has taken the order. */
public record MarkProcessing(UUID orderId) {}
