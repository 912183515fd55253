package io.entrepot.app.mapping.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Writes rows as CSV.
 *
 * @param rows the document's field that is the list of rows
 * @param columns names of the fields, in order
 * @param names what the header calls them; empty for no header
 * @param formulas what becomes of a text that a spreadsheet would run as a formula
 */
public record CsvTarget(
    Encoding encoding,
    boolean mark,
    char delimiter,
    String rows,
    List<String> columns,
    List<String> names,
    Formulas formulas,
    boolean quoteAll,
    String lineEnd)
    implements TargetFormat {

  /** What becomes of a text that a spreadsheet would run as a formula. */
  public enum Formulas {
    /** An apostrophe goes before it, as spreadsheets themselves write it. */
    GUARD,
    REFUSE,
    /** For a reader that is no spreadsheet. */
    KEEP
  }

  private static final Pattern FORMULA = Pattern.compile("[=+\\-@\\t\\r].*", Pattern.DOTALL);
  private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+(?:\\.[0-9]+)?");

  public CsvTarget {
    columns = List.copyOf(columns);
    names = List.copyOf(names);
  }

  @Override
  public String mediaType() {
    return "text/csv; charset=" + encoding.charset().name();
  }

  @Override
  public byte[] write(JsonNode document) throws FormatException {
    StringBuilder out = new StringBuilder(mark ? "\uFEFF" : "");
    if (!names.isEmpty()) {
      line(out, names);
    }
    JsonNode list = document.path(rows);
    for (int i = 0; i < list.size(); i++) {
      List<String> cells = new ArrayList<>();
      for (String column : columns) {
        cells.add(cell(rows + "[" + i + "]." + column, list.get(i).path(column)));
      }
      line(out, cells);
    }
    return encoding.encode(out.toString());
  }

  private void line(StringBuilder out, List<String> cells) {
    for (int i = 0; i < cells.size(); i++) {
      out.append(i == 0 ? "" : String.valueOf(delimiter)).append(quoted(cells.get(i)));
    }
    out.append(lineEnd);
  }

  private String cell(String at, JsonNode value) throws FormatException {
    if (value.isContainerNode()) {
      throw new FormatException(at + ": is a list or object, not one cell");
    }
    String text = ValueText.of(at, value);
    if (text.indexOf('\0') >= 0) {
      throw new FormatException(at + ": has a NUL character");
    }
    boolean formula = FORMULA.matcher(text).matches() && !NUMBER.matcher(text).matches();
    if (formula && formulas == Formulas.REFUSE) {
      throw new FormatException(at + ": '" + text + "' would run as a formula");
    }
    return formula && formulas == Formulas.GUARD ? "'" + text : text;
  }

  private String quoted(String cell) {
    boolean must =
        quoteAll
            || cell.indexOf(delimiter) >= 0
            || cell.indexOf('"') >= 0
            || cell.indexOf('\n') >= 0
            || cell.indexOf('\r') >= 0
            || !cell.equals(cell.strip());
    return must ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
  }
}
