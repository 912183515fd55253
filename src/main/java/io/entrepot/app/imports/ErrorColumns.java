package io.entrepot.app.imports;

import java.util.List;

/** The columns that an error file has before the partner's own. */
final class ErrorColumns {
  static final String BATCH_ID = "batch_id";
  static final String ROW = "error_row";
  static final String COLUMN = "error_column";
  static final String VALUE = "error_value";
  static final String REASON = "error_reason";
  static final List<String> ALL = List.of(BATCH_ID, ROW, COLUMN, VALUE, REASON);

  private ErrorColumns() {}
}
