package io.entrepot.app.export;

/**
 * Text on its way into a cell. Finance opens the file in a spreadsheet, where a cell that begins
 * like a formula is run: such a cell gets an apostrophe in front.
 */
final class FeedText {
  private static final String FORMULA_STARTS = "=+-@\t\r";

  private final FeedEncoding encoding;
  private int replaced;

  FeedText(FeedEncoding encoding) {
    this.encoding = encoding;
  }

  /**
   * Text by which finance finds something again: it arrives as it is or not at all.
   *
   * @throws IllegalArgumentException when the encoding lacks one of its characters
   */
  String key(String column, String value) {
    if (!encoding.carries(value)) {
      throw new IllegalArgumentException(
          "%s '%s' cannot be written in %s: declare UTF-8-BOM for this feed"
              .formatted(column, value, encoding.label()));
    }
    return guarded(value);
  }

  /** Text for people; what the encoding lacks becomes a question mark and is counted. */
  String free(String value) {
    String fitted = encoding.fitted(value);
    if (!fitted.equals(value)) {
      replaced++;
    }
    return guarded(fitted);
  }

  /** How many cells lost a character. */
  int replacedCells() {
    return replaced;
  }

  private static String guarded(String value) {
    return !value.isEmpty() && FORMULA_STARTS.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
  }
}
