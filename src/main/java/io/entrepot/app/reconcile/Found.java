package io.entrepot.app.reconcile;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What was found outside: mails that arrived, and finance's files as they were read back.
 *
 * @param csvTotal the amounts of all rows, by currency
 */
public record Found(
    long mails,
    @JsonProperty("csv_files") long csvFiles,
    @JsonProperty("csv_orders") long csvOrders,
    @JsonProperty("csv_rows") long csvRows,
    @JsonProperty("csv_total") String csvTotal) {}
