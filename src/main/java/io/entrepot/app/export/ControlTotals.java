package io.entrepot.app.export;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.SortedMap;

/**
 * The side file {@code <name>.ctl.json}: what the receiver must find in the file, or refuse it.
 *
 * @param rows without the heading
 * @param sums of the column {@code amount} by currency, exact, in major units
 */
@JsonPropertyOrder({
  "name",
  "feed",
  "sequence",
  "business_date",
  "confirmed_from",
  "confirmed_until",
  "rows",
  "orders",
  "sums",
  "sha256",
  "bytes",
  "encoding",
  "delimiter",
  "newline",
  "replaced_cells"
})
public record ControlTotals(
    String name,
    String feed,
    int sequence,
    @JsonProperty("business_date") String businessDate,
    @JsonProperty("confirmed_from") String confirmedFrom,
    @JsonProperty("confirmed_until") String confirmedUntil,
    int rows,
    int orders,
    SortedMap<String, String> sums,
    String sha256,
    long bytes,
    String encoding,
    String delimiter,
    String newline,
    @JsonProperty("replaced_cells") int replacedCells) {}
