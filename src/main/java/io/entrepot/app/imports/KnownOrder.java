package io.entrepot.app.imports;

/**
 * An order of a file that was placed before, compared with what was imported then, supplements
 * included.
 *
 * @param here its rows in this file
 * @param dropped its rows in this file that were rejected
 * @param known the rows that were imported
 * @param printed whether each of those has its print
 * @param fresh rows here that were not imported; told only when printed
 * @param gone rows that were imported and are not here; told only when printed
 */
record KnownOrder(
    int ordinal,
    String orderKey,
    int here,
    int dropped,
    int known,
    boolean printed,
    int fresh,
    int gone) {
  static final String ROWS_DIFFER = "ROWS_DIFFER";

  boolean differs() {
    return printed ? fresh > 0 || here + dropped < known : here != known && here + dropped != known;
  }

  /** All that is known is here, and more: what is more was never imported. */
  boolean lacksRows() {
    return printed && fresh > 0 && gone == 0;
  }

  /** For people: what differs, and what to do. */
  String detail() {
    String counts = "known with %d rows, this file has %d".formatted(known, here + dropped);
    if (lacksRows()) {
      return "%s: %d never imported. They are in the error file of this import; send them back from there, with their batch_id, and they follow as a supplement"
          .formatted(counts, fresh);
    }
    if (printed && fresh == 0) {
      return counts + ": each of them was imported before. Nothing to do, unless rows are to go";
    }
    return counts
        + ", and not the same ones: nothing was changed. Compare them with the order; cancel it and"
        + " send it under a new reference if it is wrong";
  }
}
