package io.entrepot.app.imports;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row as it goes to the staging table.
 *
 * @param orderKey of the order it belongs to; null when that cannot be told
 * @param productKey of the product it is about; null for a charge, or without product mapping
 * @param print by which it is known again; null for one that cannot be read
 * @param originBatch of the error file it came back in; null for a new row
 */
record StagedRow(
    long number,
    Status status,
    @Nullable String orderKey,
    @Nullable String productKey,
    @Nullable UUID originBatch,
    @Nullable Long originRow,
    @Nullable Long print,
    RowContent content) {

  /** As in the database. */
  enum Status {
    GOOD,
    REJECTED,
    CORRECTED,
    KNOWN
  }

  StagedRow rejected(String column, String value, String reason) {
    return new StagedRow(
        number,
        Status.REJECTED,
        orderKey,
        null,
        originBatch,
        originRow,
        print,
        content.rejected(column, value, reason));
  }

  StagedRow known() {
    return new StagedRow(
        number, Status.KNOWN, orderKey, null, originBatch, originRow, print, content);
  }
}
