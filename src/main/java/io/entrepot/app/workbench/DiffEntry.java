package io.entrepot.app.workbench;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.jspecify.annotations.Nullable;

/**
 * One thing in which two versions of a mapping differ.
 *
 * @param part of the file: field, table, rate, ignored, rejects, example, schema, or another key
 * @param what as {@code lines[].quantity}, or the row of a table
 * @param before only what differs; null where it is new
 * @param after null where it is gone
 */
@JsonNaming(SnakeCaseStrategy.class)
record DiffEntry(String part, String what, @Nullable String before, @Nullable String after) {

  String text() {
    if (before == null) {
      return "+ %s %s: %s".formatted(part, what, after);
    }
    return after == null
        ? "- %s %s: %s".formatted(part, what, before)
        : "~ %s %s: %s -> %s".formatted(part, what, before, after);
  }
}
