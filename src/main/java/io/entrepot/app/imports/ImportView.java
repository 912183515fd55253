package io.entrepot.app.imports;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where an import stands; also its JSON form.
 *
 * @param status QUEUED, STAGING, PRODUCTS, ORDERS, COMPLETED or FAILED
 * @param repeatOf the import that took this very file before; nothing was imported then
 * @param rowsRead rows below the header that were looked at
 * @param rowsRejected rows in the error file
 * @param ordersTotal placed, refused, already imported, failed and those still to come
 * @param alreadyImported orders of the file that an earlier import has placed
 * @param ordersKnownOtherwise those among them that were placed with other rows than the file has
 * @param ordersIncomplete orders that go on without rows that were rejected
 * @param refusals refused orders by reason
 * @param unknownColumns columns that the mapping neither reads nor ignores
 * @param rowsPerSecond over the time it has been worked on; 0 when that is too short to tell
 * @param error why the import as a whole stands still or failed
 */
public record ImportView(
    @JsonProperty("batch_id") UUID batchId,
    String file,
    String mapping,
    @JsonProperty("mapping_version") String mappingVersion,
    String status,
    @JsonProperty("repeat_of") @Nullable UUID repeatOf,
    @JsonProperty("rows_read") long rowsRead,
    @JsonProperty("rows_staged") long rowsStaged,
    @JsonProperty("rows_rejected") long rowsRejected,
    @JsonProperty("rows_already_imported") long rowsAlreadyImported,
    @JsonProperty("orders_total") int ordersTotal,
    @JsonProperty("orders_placed") int ordersPlaced,
    @JsonProperty("orders_refused") int ordersRefused,
    @JsonProperty("already_imported") int alreadyImported,
    @JsonProperty("orders_known_otherwise") int ordersKnownOtherwise,
    @JsonProperty("orders_failed") int ordersFailed,
    @JsonProperty("orders_incomplete") int ordersIncomplete,
    Map<String, Integer> refusals,
    @JsonProperty("unknown_columns") List<String> unknownColumns,
    @JsonProperty("rows_per_second") long rowsPerSecond,
    @Nullable String error,
    @JsonProperty("created_at") Instant createdAt,
    @JsonProperty("started_at") @Nullable Instant startedAt,
    @JsonProperty("finished_at") @Nullable Instant finishedAt) {

  /** Whether it has come to its end, good or bad. */
  public boolean finished() {
    return finishedAt != null;
  }

  /** Orders whose outcome is known. */
  @JsonProperty("orders_done")
  public int ordersDone() {
    return ordersPlaced + ordersRefused + alreadyImported + ordersFailed;
  }
}
