package io.entrepot.core.inventory;

/**
 * Goods arrived, or opening stock was counted.
 *
 * @param location code of a known place, such as {@link StockLocation#MAIN}
 * @param quantity pieces, at least 1
 * @param note why, for people: up to 200 characters
 * @param idempotencyKey 1 to 200 characters; the same key receives once
 */
public record ReceiveStock(
    String skuCode, String location, int quantity, String note, String idempotencyKey) {

  public ReceiveStock {
    if (quantity < 1) {
      throw new IllegalArgumentException(
          "quantity of SKU %s is %d; receive at least 1".formatted(skuCode, quantity));
    }
    if (note.length() > 200) {
      throw new IllegalArgumentException("the note is longer than 200 characters; shorten it");
    }
    if (idempotencyKey.isBlank() || idempotencyKey.length() > 200) {
      throw new IllegalArgumentException("the idempotency key must have 1 to 200 characters");
    }
  }
}
