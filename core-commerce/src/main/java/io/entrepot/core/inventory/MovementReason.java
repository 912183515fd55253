package io.entrepot.core.inventory;

/** Why stock moved, and what that does to the quantities; stored by name. */
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
  SHIPPED;

  /** What so many pieces, at least one, add to each quantity. */
  public Quantities delta(int pieces) {
    return switch (this) {
      case RECEIVED -> new Quantities(pieces, 0, 0, 0);
      case RESERVED -> new Quantities(0, pieces, 0, 0);
      case RELEASED, EXPIRED -> new Quantities(0, -pieces, 0, 0);
      case ALLOCATED -> new Quantities(0, -pieces, pieces, 0);
      case DEALLOCATED -> new Quantities(0, 0, -pieces, 0);
      case SHIPPED -> new Quantities(-pieces, 0, -pieces, 0);
    };
  }
}
