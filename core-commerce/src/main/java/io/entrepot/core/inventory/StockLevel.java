package io.entrepot.core.inventory;

/** Quantities of one SKU at one location, in pieces. */
public record StockLevel(
    String skuCode, String location, int onHand, int reserved, int allocated, int safety) {

  /** What can still be promised; negative when a count found less than the safety stock. */
  public int available() {
    return onHand - reserved - allocated - safety;
  }
}
