package io.entrepot.app.imports;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads a CSV file row by row in bounded memory. A broken row, be it a stray quote or a line of 200
 * MB, costs that row alone: records are cut out before Commons CSV parses them.
 */
final class CsvRows {
  private static final int QUOTED_LINES_MAX = 100;
  private static final int BUNDLE_ROWS = 200;
  private static final int EXCERPT_CHARS = 200;

  /** A whole record's text and its number. */
  private record Cut(long number, String text) {}

  private final LineReader lines;
  private final char delimiter;
  private final CSVFormat format;
  private final Deque<LineReader.Line> pushedBack = new ArrayDeque<>();
  private final Deque<CsvRow> ready = new ArrayDeque<>();
  private long number;
  private boolean first = true;
  private boolean ended;

  CsvRows(Reader reader, char delimiter) {
    this.lines = new LineReader(reader);
    this.delimiter = delimiter;
    this.format = CSVFormat.RFC4180.builder().setDelimiter(delimiter).get();
  }

  /** Null at the end of the file. */
  @Nullable CsvRow read() throws IOException {
    while (ready.isEmpty() && !ended) {
      fill();
    }
    return ready.poll();
  }

  /** Parses rows in bundles: a parser for each row costs more than the rest of the reading. */
  private void fill() throws IOException {
    List<Cut> bundle = new ArrayList<>();
    CsvRow broken = null;
    while (bundle.size() < BUNDLE_ROWS && broken == null && !ended) {
      LineReader.Line line = line();
      if (line == null) {
        ended = true;
      } else {
        number++;
        broken = line.blank() ? null : cut(line, bundle);
      }
    }
    parse(bundle);
    if (broken != null) {
      ready.add(broken);
    }
  }

  private LineReader.@Nullable Line line() throws IOException {
    LineReader.Line line = pushedBack.isEmpty() ? lines.read() : pushedBack.poll();
    if (line != null && first) {
      first = false;
      return line.text().startsWith("\uFEFF")
          ? new LineReader.Line(line.text().substring(1), line.length() - 1)
          : line;
    }
    return line;
  }

  /** Adds the record that begins at this line; or says why there is none. */
  private @Nullable CsvRow cut(LineReader.Line start, List<Cut> bundle) throws IOException {
    QuoteScan scan = new QuoteScan(delimiter);
    StringBuilder text = new StringBuilder();
    List<LineReader.Line> more = new ArrayList<>();
    LineReader.Line line = start;
    while (line != null && !line.tooLong() && more.size() < QUOTED_LINES_MAX) {
      text.append(text.isEmpty() ? "" : "\n").append(line.text());
      QuoteScan.State state = scan.line(line.text());
      if (state == QuoteScan.State.WHOLE) {
        bundle.add(new Cut(number, text.toString()));
        return null;
      }
      if (state == QuoteScan.State.STRAY) {
        return broken(start, more, "has a stray quote: write a quote within a value twice");
      }
      line = text.length() > LineReader.LINE_CHARS_MAX ? null : line();
      if (line != null) {
        more.add(line);
      }
    }
    return start.tooLong()
        ? CsvRow.broken(number, start.text(), tooLong(start))
        : broken(start, more, "opens a quote that is not closed");
  }

  private static String tooLong(LineReader.Line line) {
    return "has "
        + line.length()
        + " characters in one line; at most "
        + LineReader.LINE_CHARS_MAX
        + " are possible. Are the line ends missing?";
  }

  /** Only the first line is lost: what follows is read afresh. */
  private CsvRow broken(LineReader.Line start, List<LineReader.Line> more, String problem) {
    for (int i = more.size() - 1; i >= 0; i--) {
      pushedBack.addFirst(more.get(i));
    }
    String text = start.text();
    String excerpt = text.substring(0, Math.min(EXCERPT_CHARS, text.length()));
    return CsvRow.broken(number, excerpt, problem);
  }

  private void parse(List<Cut> bundle) throws IOException {
    if (bundle.isEmpty()) {
      return;
    }
    StringBuilder text = new StringBuilder();
    bundle.forEach(cut -> text.append(cut.text()).append('\n'));
    try (CSVParser parser = CSVParser.parse(text.toString(), format)) {
      List<CSVRecord> records = parser.getRecords();
      if (records.size() != bundle.size()) {
        throw new IOException(
            "rows from " + bundle.get(0).number() + " on cannot be told apart by their quotes");
      }
      for (int i = 0; i < records.size(); i++) {
        ready.add(new CsvRow(bundle.get(i).number(), records.get(i).toList(), ""));
      }
    }
  }
}
