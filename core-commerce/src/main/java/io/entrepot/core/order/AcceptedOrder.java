package io.entrepot.core.order;

import java.util.List;

/** A draft whose stock is taken, with its lines as the catalogue names them now. */
public record AcceptedOrder(OrderDraft draft, List<PlacedLine> lines) {
  /** What the lines come to in pieces. */
  public long pieces() {
    long pieces = 0;
    for (PlacedLine line : lines) {
      pieces += line.quantity();
    }
    return pieces;
  }
}
