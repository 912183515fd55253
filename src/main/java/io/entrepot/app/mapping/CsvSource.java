package io.entrepot.app.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Set;

/**
 * How a CSV file becomes documents: rows with the same value in one column are one document {@code
 * {row: <the first>, rows: [<all>]}}, each row an object of texts by column name.
 */
public final class CsvSource {
  private final Charset encoding;
  private final char delimiter;
  private final String group;
  private final Set<String> columns;
  private final Set<String> ignored;
  private final Condition where;

  CsvSource(
      Charset encoding,
      char delimiter,
      String group,
      Set<String> columns,
      Set<String> ignored,
      Condition where) {
    this.encoding = encoding;
    this.delimiter = delimiter;
    this.group = group;
    this.columns = Set.copyOf(columns);
    this.ignored = Set.copyOf(ignored);
    this.where = where;
  }

  public Charset encoding() {
    return encoding;
  }

  public char delimiter() {
    return delimiter;
  }

  /** The column whose equal values make rows one document. */
  public String group() {
    return group;
  }

  /** The columns the mapping reads; a file must have them all. */
  public Set<String> columns() {
    return columns;
  }

  /** Columns that may be there and are passed over knowingly. */
  public Set<String> ignored() {
    return ignored;
  }

  /** Whether a row is this mapping's business at all. */
  public boolean concerns(JsonNode row) {
    return where.test(Scope.of(document(List.of(row)), new Run(null)));
  }

  /** The document of rows that belong together, in the file's order; at least one. */
  public ObjectNode document(List<? extends JsonNode> rows) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.set("row", rows.get(0));
    ArrayNode all = document.putArray("rows");
    rows.forEach(all::add);
    return document;
  }
}
