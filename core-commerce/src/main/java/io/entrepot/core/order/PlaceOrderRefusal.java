package io.entrepot.core.order;

/** Why an order was not placed. */
public enum PlaceOrderRefusal {
  NO_LINES,
  TOO_MANY_LINES,
  UNKNOWN_SKU,
  CURRENCY_MISMATCH,
  /** The total is not positive, or outside the currency's limits for one charge. */
  AMOUNT_OUT_OF_RANGE,
  OUT_OF_STOCK
}
