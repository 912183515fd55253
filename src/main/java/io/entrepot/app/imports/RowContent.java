package io.entrepot.app.imports;

import java.util.List;

/**
 * What is kept, sealed, of a row.
 *
 * @param values as they stood in the file
 * @param column that is at fault; empty when it is none in particular, or all is well
 * @param value that is at fault
 * @param reason why the row was rejected; empty when it was not
 */
record RowContent(List<String> values, String column, String value, String reason) {

  static RowContent good(List<String> values) {
    return new RowContent(values, "", "", "");
  }

  RowContent rejected(String atColumn, String atValue, String because) {
    return new RowContent(values, atColumn, atValue, because);
  }
}
