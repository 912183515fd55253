package io.entrepot.app.imports;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entrepot.app.mapping.MappingError;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.item.ItemProcessor;

/** Decides of each row by itself whether it may become part of an order. */
final class RowJudge implements ItemProcessor<CsvRow, StagedRow> {
  private static final Pattern COLUMN = Pattern.compile("\\$\\.(?:row|rows\\[\\d+\\])\\.(.+)");
  private static final int KEY_CHARS_MAX = 100;

  private final FileMapping mapping;
  private final List<String> header;
  private final int batchColumn;
  private final int rowColumn;

  RowJudge(FileMapping mapping, List<String> header) {
    this.mapping = mapping;
    this.header = header;
    this.batchColumn = header.indexOf(ErrorColumns.BATCH_ID);
    this.rowColumn = header.indexOf(ErrorColumns.ROW);
  }

  @Override
  public @Nullable StagedRow process(CsvRow row) {
    if (!row.sound()) {
      return unreadable(row, row.problem());
    }
    if (row.values().size() != header.size()) {
      String problem =
          "has " + row.values().size() + " columns where the header has " + header.size();
      return unreadable(row, problem);
    }
    if (batchColumn < 0 || rowColumn < 0 || row.values().get(batchColumn).isBlank()) {
      return judged(row.number(), row.values(), null, null);
    }
    return corrected(row);
  }

  /** A row of an error file that comes back; its first line may speak of the header only. */
  private @Nullable StagedRow corrected(CsvRow row) {
    List<String> values = row.values().stream().map(CellGuard::unguard).toList();
    try {
      UUID batch = UUID.fromString(values.get(batchColumn).strip());
      long number = Long.parseLong(values.get(rowColumn).strip());
      return number == 1 ? null : judged(row.number(), values, batch, number);
    } catch (IllegalArgumentException e) {
      StagedRow staged = judged(row.number(), values, null, null);
      return staged.rejected(
          ErrorColumns.BATCH_ID,
          values.get(batchColumn),
          "batch_id and error_row do not name a row of an earlier import; leave them as they were");
    }
  }

  private static StagedRow unreadable(CsvRow row, String problem) {
    RowContent content = RowContent.good(row.values()).rejected("", "", "the row " + problem);
    return new StagedRow(
        row.number(), StagedRow.Status.REJECTED, null, null, null, null, null, content);
  }

  private StagedRow judged(
      long number, List<String> values, @Nullable UUID originBatch, @Nullable Long originRow) {
    ObjectNode row = FileMapping.row(header, values);
    String key = row.path(mapping.source().group()).asText();
    StagedRow staged =
        new StagedRow(
            number,
            StagedRow.Status.GOOD,
            key.isEmpty() || key.length() > KEY_CHARS_MAX ? null : key,
            productKey(row),
            originBatch,
            originRow,
            RowPrint.of(header, values),
            RowContent.good(values));
    List<MappingError> errors = mapping.orders().check(mapping.source().document(List.of(row)));
    if (!errors.isEmpty()) {
      return rejected(staged, errors);
    }
    if (staged.orderKey() == null) {
      String group = mapping.source().group();
      return staged.rejected(
          group, Texts.shortened(key), "tells no order: it is empty or too long");
    }
    return staged;
  }

  private @Nullable String productKey(ObjectNode row) {
    if (mapping.productSource() == null || !mapping.productSource().concerns(row)) {
      return null;
    }
    String key = row.path(mapping.productSource().group()).asText();
    return key.isEmpty() || key.length() > KEY_CHARS_MAX ? null : key;
  }

  private static StagedRow rejected(StagedRow row, List<MappingError> errors) {
    MappingError first = errors.get(0);
    String reason = errors.stream().map(String::valueOf).collect(Collectors.joining("; "));
    return row.rejected(column(first), first.value(), reason);
  }

  static String column(MappingError error) {
    Matcher matcher = COLUMN.matcher(error.source());
    return matcher.matches() ? matcher.group(1) : "";
  }
}
