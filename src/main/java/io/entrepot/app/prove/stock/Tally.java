package io.entrepot.app.prove.stock;

/**
 * What buyers were told, added up.
 *
 * @param piecesHeld of orders that stand and were not shipped
 */
record Tally(
    long placed, long refused, long cancelled, long shipped, long piecesHeld, long piecesShipped) {
  static final Tally NOTHING = new Tally(0, 0, 0, 0, 0, 0);

  Tally plus(Tally other) {
    return new Tally(
        placed + other.placed,
        refused + other.refused,
        cancelled + other.cancelled,
        shipped + other.shipped,
        piecesHeld + other.piecesHeld,
        piecesShipped + other.piecesShipped);
  }

  Tally withPlaced(int pieces) {
    return plus(new Tally(1, 0, 0, 0, pieces, 0));
  }

  Tally withRefused() {
    return plus(new Tally(0, 1, 0, 0, 0, 0));
  }

  Tally withCancelled(int pieces) {
    return plus(new Tally(0, 0, 1, 0, -pieces, 0));
  }

  Tally withShipped(int pieces) {
    return plus(new Tally(0, 0, 0, 1, -pieces, pieces));
  }
}
