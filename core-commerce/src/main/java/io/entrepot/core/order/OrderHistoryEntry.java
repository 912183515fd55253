package io.entrepot.core.order;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing done to an order.
 *
 * @param seq from 1, without gaps
 * @param actor who: a channel, a provider, a person or the system
 * @param action what, such as {@code placed}
 * @param before status before, null for the first
 */
public record OrderHistoryEntry(
    long seq,
    Instant at,
    String actor,
    String action,
    @Nullable OrderStatus before,
    OrderStatus after,
    @Nullable String detail) {}
