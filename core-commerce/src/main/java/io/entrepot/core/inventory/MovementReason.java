package io.entrepot.core.inventory;

/** Why stock moved; stored by name. */
public enum MovementReason {
  RECEIVED,
  RESERVED,
  /** An unpaid or failed order gave back what it held. */
  RELEASED,
  /** The order's time to pay ran out. */
  EXPIRED,
  /** Paid: reserved became allocated. */
  ALLOCATED,
  /** A paid order gave back what was allocated. */
  DEALLOCATED,
  SHIPPED
}
