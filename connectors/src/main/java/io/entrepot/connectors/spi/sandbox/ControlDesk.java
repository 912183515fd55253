package io.entrepot.connectors.spi.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The frame's own pages of a partner.
 *
 * <ul>
 *   <li>{@code GET books?from=0&limit=100}: counts, sums and a page of entries; to a browser, which
 *       accepts {@code text/html}, as a page
 *   <li>{@code GET faults}: all faults with their state, and what struck last
 *   <li>{@code POST faults {name, rate, seed, count, millis}}: one on; rate 1, seed 0, no end and
 *       the fault's own time by default
 *   <li>{@code DELETE faults?name=…}: one off, or all without a name
 * </ul>
 */
final class ControlDesk {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int PAGE_MAX = 10_000;

  private ControlDesk() {}

  static SandboxAnswer answer(OpenPartner open, SandboxRequest request) {
    try {
      return switch (request.method() + " " + request.path()) {
        case "GET /books" -> wantsPage(request) ? page(open, request) : books(open, request);
        case "GET /faults" -> faults(open);
        case "POST /faults" -> switchOn(open, request.json());
        case "DELETE /faults" -> switchOff(open, request);
        default -> Problems.of(404, "there are books (GET) and faults (GET, POST, DELETE)");
      };
    } catch (IllegalArgumentException e) {
      return Problems.of(400, String.valueOf(e.getMessage()));
    }
  }

  /** Who is simulated: {@code {partners: [{partner, books, faults}]}}, or a page. */
  static SandboxAnswer index(OpenPartners open, SandboxRequest request) {
    if (wantsPage(request)) {
      return BooksPage.index(open.all());
    }
    ObjectNode list = JSON.createObjectNode();
    for (OpenPartner partner : open.all()) {
      String desk = "/_sandbox/" + partner.id();
      list.withArray("partners")
          .addObject()
          .put("partner", partner.id())
          .put("books", desk + "/books")
          .put("faults", desk + "/faults");
    }
    return SandboxAnswer.json(200, list);
  }

  private static boolean wantsPage(SandboxRequest request) {
    return request.header("Accept").orElse("").contains("text/html");
  }

  private static SandboxAnswer page(OpenPartner open, SandboxRequest request) {
    return BooksPage.of(open, number(request, "from", -1));
  }

  private static SandboxAnswer books(OpenPartner open, SandboxRequest request) {
    long from = number(request, "from", 0);
    int limit = (int) Math.min(PAGE_MAX, number(request, "limit", 100));
    BooksSummary summary = open.partner().summary();
    Books books = open.site().books();
    ObjectNode page = JSON.createObjectNode().put("partner", open.id());
    page.set("counts", JSON.valueToTree(summary.counts()));
    page.set("sums", JSON.valueToTree(summary.sums()));
    page.put("total", books.size()).put("from", from);
    page.set("entries", JSON.valueToTree(books.page(from, limit)));
    return SandboxAnswer.json(200, page);
  }

  private static long number(SandboxRequest request, String name, long fallback) {
    String text = request.query().get(name);
    try {
      return text == null ? fallback : Math.max(0, Long.parseLong(text));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(name + " is a number", e);
    }
  }

  private static SandboxAnswer faults(OpenPartner open) {
    ObjectNode list = JSON.createObjectNode().put("partner", open.id());
    list.set("faults", JSON.valueToTree(open.site().faults().states()));
    list.set("struck", JSON.valueToTree(open.site().faults().report()));
    return SandboxAnswer.json(200, list);
  }

  private static SandboxAnswer switchOn(OpenPartner open, JsonNode body) {
    open.site().faults().on(FaultOrder.of(body));
    return faults(open);
  }

  private static SandboxAnswer switchOff(OpenPartner open, SandboxRequest request) {
    String name = request.query().get("name");
    if (name == null) {
      open.site().faults().allOff();
    } else {
      open.site().faults().off(name);
    }
    return faults(open);
  }
}
