package io.entrepot.app.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrepot.app.mapping.format.Encoding;
import io.entrepot.app.mapping.format.FixedColumn;
import io.entrepot.app.mapping.format.FixedFormat;
import io.entrepot.app.mapping.format.FixedRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Compiles {@code format: fixed}: the unit that is counted, the records and their columns. */
final class FixedCompiler {
  private static final int WIDTH_MAX = 10_000;

  private FixedCompiler() {}

  static FixedFormat compile(Spec spec) {
    Encoding encoding = FormatCompiler.encoding(spec);
    boolean bytes = spec.word("count", "characters", "bytes").equals("bytes");
    if (bytes && encoding.charset().name().startsWith("UTF-16")) {
      throw spec.error("count", "UTF-16 has line ends of two bytes; say 'count: characters'");
    }
    List<FixedRecord> records = new ArrayList<>();
    for (JsonNode node : spec.require("records")) {
      String place = spec.place() + ".records[" + records.size() + "]";
      records.add(record(Spec.of(spec.file(), place, node)));
    }
    requireReachable(spec, records);
    return new FixedFormat(encoding, bytes, records, FormatCompiler.lineEnd(spec));
  }

  /** A record whose start is the start of an earlier one never gets a line. */
  private static void requireReachable(Spec spec, List<FixedRecord> records) {
    for (int i = 0; i < records.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (records.get(i).starts().startsWith(records.get(j).starts())) {
          String later = records.get(i).name();
          String earlier = records.get(j).name();
          throw spec.error(
              "no line reaches the record '" + later + "': '" + earlier + "' takes it");
        }
      }
    }
    if (records.isEmpty()) {
      throw spec.error("needs at least one record");
    }
  }

  private static FixedRecord record(Spec spec) {
    List<FixedColumn> columns = new ArrayList<>();
    Spec declared = Spec.of(spec.file(), spec.place() + ".columns", spec.require("columns"));
    for (Map.Entry<String, JsonNode> column : declared.entries()) {
      columns.add(column(declared, column.getKey(), column.getValue()));
    }
    String starts = spec.text("starts");
    FixedRecord record =
        new FixedRecord(
            spec.requireText("name"), starts == null ? "" : starts, spec.flag("many"), columns);
    spec.done();
    return record;
  }

  /** A width alone is a text at the left, padded with blanks. */
  private static FixedColumn column(Spec columns, String name, JsonNode node) {
    if (node.canConvertToInt() && node.intValue() >= 1 && node.intValue() <= WIDTH_MAX) {
      return new FixedColumn(name, node.intValue(), false, ' ');
    }
    if (!node.isObject()) {
      throw columns.error(name, "the width of '" + name + "' must be from 1 to " + WIDTH_MAX);
    }
    Spec spec = Spec.of(columns.file(), columns.place() + "." + name, node);
    spec.require("width");
    String pad = spec.text("pad");
    if (pad != null && (pad.length() != 1 || pad.charAt(0) > '~')) {
      throw spec.error("pad", "'pad:' must be one plain character");
    }
    FixedColumn column =
        new FixedColumn(
            name,
            spec.number("width", 1, WIDTH_MAX, 1),
            spec.word("align", "left", "right").equals("right"),
            pad == null ? ' ' : pad.charAt(0));
    spec.done();
    return column;
  }
}
