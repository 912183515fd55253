package io.entrepot.app.mapping.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Lines of columns with fixed widths, both ways. A value that does not fit its column is refused: a
 * number that lost its last digit is still a number.
 *
 * @param records in the order in which they are written
 * @param bytes whether widths count bytes of the encoding instead of characters
 * @param lineEnd what is written after each line; any of LF and CRLF is read
 */
public record FixedFormat(
    Encoding encoding, boolean bytes, List<FixedRecord> records, String lineEnd)
    implements SourceFormat, TargetFormat {

  public FixedFormat {
    records = List.copyOf(records);
  }

  @Override
  public String mediaType() {
    return "text/plain; charset=" + encoding.charset().name();
  }

  @Override
  public JsonNode read(byte[] content) throws FormatException {
    SourceFormat.requireSize(content);
    FixedLines lines = new FixedLines(encoding, bytes);
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    int number = 0;
    for (String line : lines.split(content)) {
      number++;
      FixedRecord kind = kind(line, number);
      add(document, kind, row(lines, kind, line, number));
    }
    return document;
  }

  private FixedRecord kind(String line, int number) throws FormatException {
    for (FixedRecord kind : records) {
      if (line.startsWith(kind.starts())) {
        return kind;
      }
    }
    String start = line.substring(0, Math.min(10, line.length()));
    throw new FormatException("line " + number + " begins with no known record: '" + start + "'");
  }

  private static NumberedRow row(FixedLines lines, FixedRecord kind, String line, int number)
      throws FormatException {
    if (lines.length(line) != kind.width()) {
      throw new FormatException(
          "line %d has %d %s, the record '%s' has %d"
              .formatted(number, lines.length(line), lines.unit(), kind.name(), kind.width()));
    }
    NumberedRow row = new NumberedRow(number);
    int from = 0;
    for (FixedColumn column : kind.columns()) {
      try {
        String cell = lines.cut(line, from, from + column.width());
        row.put(column.name(), column.unpadded(cell));
      } catch (FormatException e) {
        throw new FormatException(
            "line %d column %s: %s; is a character cut in two?"
                .formatted(number, column.name(), e.getMessage()));
      }
      from += column.width();
    }
    return row;
  }

  private static void add(ObjectNode document, FixedRecord kind, NumberedRow row)
      throws FormatException {
    JsonNode there = document.get(kind.name());
    if (kind.many() && there instanceof ArrayNode list) {
      list.add(row);
    } else if (kind.many()) {
      document.putArray(kind.name()).add(row);
    } else if (there == null) {
      document.set(kind.name(), row);
    } else {
      throw new FormatException("line " + row.number() + " is a second '" + kind.name() + "'");
    }
  }

  @Override
  public byte[] write(JsonNode document) throws FormatException {
    StringBuilder out = new StringBuilder();
    for (FixedRecord kind : records) {
      JsonNode value = document.path(kind.name());
      if (value.isArray()) {
        for (int i = 0; i < value.size(); i++) {
          line(out, kind, kind.name() + "[" + i + "]", value.get(i));
        }
      } else if (value.isObject()) {
        line(out, kind, kind.name(), value);
      }
    }
    return encoding.encode(out.toString());
  }

  private void line(StringBuilder out, FixedRecord kind, String at, JsonNode record)
      throws FormatException {
    FixedLines lines = new FixedLines(encoding, bytes);
    for (FixedColumn column : kind.columns()) {
      out.append(cell(lines, column, at + "." + column.name(), record.path(column.name())));
    }
    out.append(lineEnd);
  }

  private static String cell(FixedLines lines, FixedColumn column, String at, JsonNode value)
      throws FormatException {
    String text = ValueText.of(at, value);
    if (text.chars().anyMatch(c -> c < ' ')) {
      throw new FormatException(at + ": has a control character, which would break the line");
    }
    int length = taken(lines, at, text);
    if (length > column.width()) {
      throw new FormatException(
          "%s: '%s' takes %d %s, the column has %d"
              .formatted(at, text, length, lines.unit(), column.width()));
    }
    return column.padded(text, length);
  }

  private static int taken(FixedLines lines, String at, String text) throws FormatException {
    try {
      return lines.taken(text);
    } catch (FormatException e) {
      throw new FormatException(at + ": " + e.getMessage());
    }
  }
}
