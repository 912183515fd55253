package io.entrepot.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrepot.app.launch.JsonTable;
import io.entrepot.app.text.TextTable;

/** What a sandbox answers, for a person at a terminal. */
final class SandboxText {
  private SandboxText() {}

  static String books(JsonNode books) {
    TextTable figures = new TextTable(books.path("partner").asText() + " believes", "");
    books
        .path("counts")
        .properties()
        .forEach(count -> figures.row(count.getKey(), count.getValue().asText()));
    books
        .path("sums")
        .properties()
        .forEach(sum -> figures.row("sum " + sum.getKey(), sum.getValue().asText()));
    StringBuilder text = new StringBuilder(figures.render());
    text.append(System.lineSeparator())
        .append("%d of %d entries:".formatted(books.path("entries").size(), total(books)))
        .append(System.lineSeparator());
    books.path("entries").forEach(entry -> text.append(entry).append(System.lineSeparator()));
    return text.toString().stripTrailing();
  }

  private static long total(JsonNode books) {
    return books.path("total").asLong();
  }

  static String faults(JsonNode faults) {
    String table =
        JsonTable.of(
            faults.path("faults"), "name", "on", "rate", "seed", "strikes", "chances", "meaning");
    JsonNode struck = faults.path("struck");
    return struck.isEmpty()
        ? table
        : table
            + System.lineSeparator()
            + System.lineSeparator()
            + JsonTable.of(struck, "number", "fault", "during");
  }
}
