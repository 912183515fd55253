package io.entrepot.app.mapping.format;

import java.util.List;

/**
 * One kind of line.
 *
 * @param name the document's field that holds it
 * @param starts what its lines begin with; empty for any other line
 * @param many whether it is a list
 */
public record FixedRecord(String name, String starts, boolean many, List<FixedColumn> columns) {
  public FixedRecord {
    columns = List.copyOf(columns);
  }

  int width() {
    return columns.stream().mapToInt(FixedColumn::width).sum();
  }
}
