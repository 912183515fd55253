package io.entrepot.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Watches an import until its end, on standard error: standard output may carry JSON. */
final class ImportProgress {
  private static final long ASK_MILLIS = 300;

  /** Set by the launcher, which knows whether somebody looks at standard error. */
  private static final String TERMINAL = "entrepot.terminal";

  private static final int BAR_WIDTH = 30;

  private ImportProgress() {}

  interface Source {
    JsonNode ask() throws IOException, InterruptedException;
  }

  static JsonNode awaitEnd(Source source, PrintWriter err)
      throws IOException, InterruptedException {
    boolean watched = Boolean.getBoolean(TERMINAL);
    JsonNode state = source.ask();
    while (state.path("finished_at").isNull() || state.path("finished_at").isMissingNode()) {
      if (watched) {
        err.print("\r" + line(state));
        err.flush();
      }
      TimeUnit.MILLISECONDS.sleep(ASK_MILLIS);
      state = source.ask();
    }
    if (watched) {
      err.println("\r" + line(state));
    }
    return state;
  }

  static String line(JsonNode state) {
    long done = state.path("orders_done").asLong();
    long total = state.path("orders_total").asLong();
    int filled = total == 0 ? 0 : (int) (done * BAR_WIDTH / total);
    return "[%s%s] %d/%d orders, %d rows, %s  "
        .formatted(
            "#".repeat(filled),
            ".".repeat(BAR_WIDTH - filled),
            done,
            total,
            state.path("rows_read").asLong(),
            state.path("status").asText());
  }

  static String summary(JsonNode state) {
    StringBuilder text = new StringBuilder();
    text.append(
        "Import %s of %s: %s%n"
            .formatted(
                state.path("batch_id").asText(),
                state.path("file").asText(),
                state.path("status").asText()));
    for (String field :
        new String[] {
          "rows_read",
          "rows_rejected",
          "rows_already_imported",
          "orders_total",
          "orders_placed",
          "orders_refused",
          "already_imported",
          "orders_failed",
          "orders_incomplete",
          "rows_per_second"
        }) {
      text.append("  %-22s %d%n".formatted(field.replace('_', ' '), state.path(field).asLong()));
    }
    state
        .path("refusals")
        .properties()
        .forEach(
            reason ->
                text.append("  refused: %-13s %s%n".formatted(reason.getKey(), reason.getValue())));
    notes(state).forEach(note -> text.append("  note: ").append(note).append('\n'));
    if (state.hasNonNull("error")) {
      text.append("  error: ").append(state.path("error").asText());
    }
    return text.toString().stripTrailing();
  }

  /** What its numbers alone would not tell. */
  private static List<String> notes(JsonNode state) {
    List<String> notes = new ArrayList<>();
    if (state.hasNonNull("repeat_of")) {
      notes.add("the same file was imported before, as " + state.path("repeat_of").asText());
    }
    if (state.path("rows_read").asLong() == 0) {
      notes.add("there is no row below the header");
    }
    List<String> unknown = new ArrayList<>();
    state.path("unknown_columns").forEach(column -> unknown.add(column.asText()));
    if (!unknown.isEmpty()) {
      notes.add(
          "the mapping neither reads nor ignores the columns %s: nothing of them was taken"
              .formatted(String.join(", ", unknown)));
    }
    long otherwise = state.path("orders_known_otherwise").asLong();
    if (otherwise > 0) {
      notes.add(
          "orders placed before with other rows than this file has: %d. Which, and what to do: ./hub import refused %s"
              .formatted(otherwise, state.path("batch_id").asText()));
    }
    if (state.path("refusals").has("UNKNOWN_SKU")) {
      notes.add("goods that nobody knows yet come with --open-stock, or through the catalogue");
    }
    return notes;
  }
}
