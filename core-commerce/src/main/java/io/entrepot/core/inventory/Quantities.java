package io.entrepot.core.inventory;

/** The four quantities of a stock, or what a movement adds to each; in pieces. */
public record Quantities(int onHand, int reserved, int allocated, int safety) {
  public static final Quantities NONE = new Quantities(0, 0, 0, 0);

  public Quantities plus(Quantities delta) {
    return new Quantities(
        Math.addExact(onHand, delta.onHand),
        Math.addExact(reserved, delta.reserved),
        Math.addExact(allocated, delta.allocated),
        Math.addExact(safety, delta.safety));
  }

  public int available() {
    return onHand - reserved - allocated - safety;
  }
}
