package io.entrepot.app.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Component;

/**
 * Writes what a person downloads of an import: the rows that were rejected, to be mended and sent
 * again, and the orders that were not placed. Cells that a spreadsheet would run are defused.
 */
@Component
public final class ImportFiles {
  private static final int FETCH_ROWS = 500;

  private static final String ERRORS =
      """
      SELECT row_no, content FROM batch.import_row
      WHERE batch_id = ? AND status = 'REJECTED' AND row_no > ? ORDER BY row_no LIMIT ?
      """;

  private static final String NOT_PLACED =
      """
      SELECT order_key, supplement, status, reason, detail, row_count, rows_dropped
      FROM batch.import_order
      WHERE batch_id = ? AND status IN ('REFUSED', 'ALREADY_IMPORTED', 'FAILED') ORDER BY ordinal
      """;

  private static final String HEADER =
      "SELECT header, unknown_columns FROM batch.import_run WHERE batch_id = ?";

  /** A file's columns, and those no mapping reads. */
  private record Columns(List<String> header, List<String> unknown) {}

  private final JdbcTemplate jdbc;
  private final RowSeal seal;

  ImportFiles(JdbcTemplate jdbc, RowSeal seal) {
    this.jdbc = jdbc;
    this.seal = seal;
  }

  /**
   * The rejected rows: batch_id, error_row, error_column, error_value, error_reason, and the
   * partner's own columns. Rows that were sent again since are left out. Opens with a BOM, so that
   * Excel reads it as UTF-8.
   */
  public void errors(UUID batchId, Appendable out) {
    try (CSVPrinter printer = printer(out)) {
      Columns columns = columns(batchId);
      List<String> own = new ArrayList<>(columns.header());
      own.removeAll(ErrorColumns.ALL);
      List<String> header = new ArrayList<>(ErrorColumns.ALL);
      header.addAll(own);
      printer.printRecord(header.stream().map(CellGuard::guard).toList());
      for (String unknown : columns.unknown()) {
        String reason = "the column is neither mapped nor ignored; nothing of it was read";
        RowContent line = new RowContent(List.of(), unknown, unknown, reason);
        printer.printRecord(line(batchId, 1, line, columns.header(), own));
      }
      long last = 0;
      List<OrderRow> page = rejected(batchId, last);
      while (!page.isEmpty()) {
        for (OrderRow row : page) {
          printer.printRecord(line(batchId, row.number(), row.content(), columns.header(), own));
          last = row.number();
        }
        page = rejected(batchId, last);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write the error file", e);
    }
  }

  private List<OrderRow> rejected(UUID batchId, long after) {
    return jdbc.query(
        ERRORS,
        (row, index) -> new OrderRow(row.getLong(1), seal.open(row.getBytes(2))),
        batchId,
        after,
        FETCH_ROWS);
  }

  private static List<String> line(
      UUID batchId, long number, RowContent content, List<String> header, List<String> own) {
    List<String> line = new ArrayList<>();
    line.add(batchId.toString());
    line.add(Long.toString(number));
    line.add(content.column());
    line.add(content.value());
    line.add(content.reason());
    boolean whole = content.values().size() == header.size();
    for (String column : own) {
      line.add(whole ? content.values().get(header.indexOf(column)) : "");
    }
    if (!whole) {
      line.set(3, String.join(",", content.values()));
    }
    return line.stream().map(CellGuard::guard).toList();
  }

  /** The orders that were not placed, with the reason of each. */
  public void notPlaced(UUID batchId, Appendable out) {
    try (CSVPrinter printer = printer(out)) {
      printer.printRecord(
          "batch_id", "order", "outcome", "reason", "detail", "rows", "rows_rejected");
      RowCallbackHandler each = row -> print(printer, batchId, row);
      jdbc.query(NOT_PLACED, each, batchId);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write the list of refused orders", e);
    }
  }

  private static void print(CSVPrinter printer, UUID batchId, ResultSet row) throws SQLException {
    int supplement = row.getInt("supplement");
    String reference = row.getString("order_key") + (supplement == 1 ? "" : "/" + supplement);
    List<String> line = new ArrayList<>(List.of(batchId.toString(), reference));
    for (String column : List.of("status", "reason", "detail", "row_count", "rows_dropped")) {
      String text = row.getString(column);
      line.add(text == null ? "" : text);
    }
    try {
      printer.printRecord(line.stream().map(CellGuard::guard).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Columns columns(UUID batchId) {
    return jdbc.queryForObject(
        HEADER,
        (row, index) ->
            new Columns(
                ImportRuns.texts(row.getArray("header")),
                ImportRuns.texts(row.getArray("unknown_columns"))),
        batchId);
  }

  private static CSVPrinter printer(Appendable out) throws IOException {
    out.append('\uFEFF');
    return new CSVPrinter(out, CSVFormat.RFC4180);
  }
}
