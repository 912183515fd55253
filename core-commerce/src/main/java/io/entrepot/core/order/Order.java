package io.entrepot.core.order;

import io.entrepot.core.money.Money;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The state of an order and its rules; what was ordered stands in {@link OrderView}.
 *
 * @param paid zero or the total, never less
 * @param version counts its changes from 1
 */
public record Order(
    UUID orderId,
    UUID lockId,
    OrderStatus status,
    Money total,
    Money paid,
    Instant expiresAt,
    @Nullable Instant confirmedAt,
    Instant updatedAt,
    long version) {

  /** Payment may be asked for. */
  public boolean isPayable() {
    return status == OrderStatus.PENDING;
  }

  boolean isOverdue(Instant now) {
    return status == OrderStatus.PENDING && !now.isBefore(expiresAt);
  }

  /** The next state; only the full amount confirms. */
  Order confirm(Money amount, Instant now) {
    if (!amount.equals(total)) {
      throw new IllegalArgumentException(
          "order %s is over %s; %s does not pay it".formatted(orderId, total, amount));
    }
    Order next = step(OrderStatus.CONFIRMED, now);
    return new Order(
        orderId, lockId, next.status, total, amount, expiresAt, now, now, next.version);
  }

  Order step(OrderStatus next, Instant now) {
    if (!status.allows(next)) {
      throw new IllegalStateException(objection(next));
    }
    return new Order(orderId, lockId, next, total, paid, expiresAt, confirmedAt, now, version + 1);
  }

  /** Why a step is illegal, for people. */
  public String objection(OrderStatus next) {
    return status.next().isEmpty()
        ? "order %s is %s and stays so; it cannot become %s".formatted(orderId, status, next)
        : "order %s is %s and cannot become %s; it can become %s"
            .formatted(orderId, status, next, status.next());
  }
}
