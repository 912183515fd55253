package io.entrepot.core.order;

import java.util.EnumSet;
import java.util.Set;

/** Where an order stands; the table below is the only place that says which steps are legal. */
public enum OrderStatus {
  /** Placed, stock reserved, waiting for payment. */
  PENDING,
  /** A provider is being asked for the money, or its answer is unknown. */
  PAYMENT_PROCESSING,
  /** Paid, stock allocated. */
  CONFIRMED,
  /** The warehouse has been asked to ship. */
  PROCESSING,
  SHIPPED,
  DELIVERED,
  /** The buyer has accepted the purchase. */
  COMPLETED,
  CANCELLED,
  RETURNED;

  /** The steps that are legal from here. */
  public Set<OrderStatus> next() {
    return switch (this) {
      case PENDING -> EnumSet.of(PAYMENT_PROCESSING, CANCELLED);
      case PAYMENT_PROCESSING -> EnumSet.of(CONFIRMED, CANCELLED);
      case CONFIRMED -> EnumSet.of(PROCESSING, CANCELLED);
      case PROCESSING -> EnumSet.of(SHIPPED);
      case SHIPPED -> EnumSet.of(DELIVERED, RETURNED);
      case DELIVERED -> EnumSet.of(COMPLETED, RETURNED);
      case COMPLETED -> EnumSet.of(RETURNED);
      case CANCELLED, RETURNED -> EnumSet.noneOf(OrderStatus.class);
    };
  }

  public boolean allows(OrderStatus step) {
    return next().contains(step);
  }
}
