package io.entrepot.core.inventory;

/** A place that holds stock. */
public record StockLocation(long locationId, String code, String name) {
  /** Orders are served from here until allocation over several places is declared. */
  public static final long MAIN_ID = 1;

  /** Code of the place that every installation has. */
  public static final String MAIN = "main";
}
