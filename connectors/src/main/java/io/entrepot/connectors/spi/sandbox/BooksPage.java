package io.entrepot.connectors.spi.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** What a partner believes, for a person. */
final class BooksPage {
  private static final int ROWS = 50;
  private static final int TEXT_LENGTH_MAX = 400;

  private BooksPage() {}

  /** All partners of a server. */
  static SandboxAnswer index(Collection<OpenPartner> partners) {
    Html page =
        new Html("Sandbox").paragraph("The partners simulated here, and what each believes.");
    for (OpenPartner open : partners) {
      page.link("/_sandbox/" + open.id() + "/books", open.id()).figures(figures(open));
    }
    return page.page();
  }

  /**
   * One partner's books.
   *
   * @param from the first entry shown; negative for the last ones
   */
  static SandboxAnswer of(OpenPartner open, long from) {
    Html page =
        new Html("What " + open.id() + " believes")
            .paragraph("The simulated partner's own books; the hub has no part in them.")
            .figures(figures(open));
    for (BooksTable table : open.partner().tables(ROWS)) {
      page.heading(table.title() + shown(table.rows().size(), table.total()))
          .table(table.columns(), table.rows());
    }
    faults(page, open.site().faults());
    entries(page, open.site().books(), from);
    return page.link("/_sandbox", "All partners").page();
  }

  private static List<List<String>> figures(OpenPartner open) {
    BooksSummary summary = open.partner().summary();
    List<List<String>> figures = new ArrayList<>();
    summary.counts().forEach((name, count) -> figures.add(List.of(name, "%,d".formatted(count))));
    summary.sums().forEach((name, sum) -> figures.add(List.of("sum " + name, sum)));
    return figures;
  }

  private static String shown(long rows, long total) {
    return rows < total ? ", %,d of %,d".formatted(rows, total) : "";
  }

  private static void faults(Html page, Faults faults) {
    List<List<String>> rows =
        faults.states().stream()
            .map(
                fault ->
                    List.of(
                        fault.name(),
                        fault.on() ? "on, " + fault.strikes() + " of " + fault.chances() : "off",
                        fault.meaning()))
            .toList();
    page.heading("Faults").table(List.of("name", "struck", "what it does"), rows);
    List<List<String>> struck =
        faults.report().stream()
            .limit(ROWS)
            .map(hit -> List.of(Long.toString(hit.number()), hit.fault(), hit.during()))
            .toList();
    if (!struck.isEmpty()) {
      page.heading("Struck last").table(List.of("no.", "fault", "during"), struck);
    }
  }

  private static void entries(Html page, Books books, long from) {
    long first = from < 0 ? Math.max(0, books.size() - ROWS) : from;
    List<JsonNode> entries = books.page(first, ROWS);
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      rows.add(row(first + i, entries.get(i)));
    }
    Collections.reverse(rows);
    page.heading("Entries" + shown(rows.size(), books.size()))
        .table(List.of("no.", "type", "at", "what"), rows);
    if (first > 0) {
      page.link("books?from=" + Math.max(0, first - ROWS), "Earlier entries");
    }
  }

  private static List<String> row(long number, JsonNode entry) {
    StringBuilder rest = new StringBuilder();
    for (Map.Entry<String, JsonNode> field : entry.properties()) {
      if (!field.getKey().equals("type") && !field.getKey().equals("at")) {
        rest.append(rest.isEmpty() ? "" : ", ").append(field.getKey()).append(' ');
        rest.append(text(field.getValue()));
      }
    }
    return List.of(
        Long.toString(number),
        entry.path("type").asText(),
        entry.path("at").asText(),
        shortened(rest.toString()));
  }

  private static String text(JsonNode value) {
    return value.isTextual() ? value.textValue() : value.toString();
  }

  private static String shortened(String text) {
    return text.length() <= TEXT_LENGTH_MAX ? text : text.substring(0, TEXT_LENGTH_MAX) + "…";
  }
}
