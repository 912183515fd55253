package io.entrepot.app.launch;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrepot.app.text.TextTable;
import java.util.List;

/** The hub's lists as tables: a column for each field that is named, {@code -} for what is null. */
public final class JsonTable {
  private static final int CELL_MAX = 60;

  private JsonTable() {}

  /** {@code fields} are the headings too, an underscore as a blank. */
  public static String of(JsonNode rows, String... fields) {
    TextTable table =
        new TextTable(
            List.of(fields).stream().map(field -> field.replace('_', ' ')).toArray(String[]::new));
    for (JsonNode row : rows) {
      table.row(List.of(fields).stream().map(field -> cell(row.path(field))).toArray());
    }
    return table.render();
  }

  private static String cell(JsonNode value) {
    if (value.isMissingNode() || value.isNull()) {
      return "-";
    }
    String text = value.isValueNode() ? value.asText() : value.toString();
    String line = text.replace('\n', ' ');
    return line.length() <= CELL_MAX ? line : line.substring(0, CELL_MAX - 1) + "…";
  }
}
