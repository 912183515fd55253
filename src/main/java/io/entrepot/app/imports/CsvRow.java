package io.entrepot.app.imports;

import java.util.List;

/**
 * One row of a file.
 *
 * @param number as a spreadsheet counts: the header is row 1
 * @param values by column; what could be saved of a row that is broken
 * @param problem why the row is no row; empty for a sound one
 */
record CsvRow(long number, List<String> values, String problem) {

  static CsvRow broken(long number, String excerpt, String problem) {
    return new CsvRow(number, List.of(excerpt), problem);
  }

  boolean sound() {
    return problem.isEmpty();
  }
}
