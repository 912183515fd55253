package io.entrepot.connectors.buyerbot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entrepot.connectors.spi.sandbox.BooksSummary;
import io.entrepot.connectors.spi.sandbox.BooksTable;
import io.entrepot.connectors.spi.sandbox.SandboxSite;
import java.math.BigDecimal;
import java.net.URI;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All buyers: what the entries of the books add up to. Done ones are only counted. */
final class SimulatedBuyers {
  private final Set<String> asked = new HashSet<>();
  private final Map<String, SimulatedBuyer> unfinished = new LinkedHashMap<>();
  private final Map<String, Long> counts = new LinkedHashMap<>();
  private BigDecimal sum = BigDecimal.ZERO;

  /** Empty if it was asked before. */
  synchronized Optional<SimulatedBuyer> ask(SandboxSite site, JsonNode body) {
    String orderId = body.path("orderId").asText();
    if (asked.contains(orderId)) {
      return Optional.empty();
    }
    ObjectNode entry = entry("asked", orderId, site);
    entry.set("window", body);
    write(site, entry);
    return Optional.ofNullable(unfinished.get(orderId));
  }

  synchronized SimulatedBuyer sentTo(SandboxSite site, SimulatedBuyer buyer, URI address) {
    write(site, entry("chose", buyer.orderId(), site).put("returnUrl", address.toString()));
    return buyer.sentTo(address);
  }

  synchronized void returned(SandboxSite site, SimulatedBuyer buyer) {
    write(site, entry("returned", buyer.orderId(), site));
  }

  synchronized void lost(SandboxSite site, SimulatedBuyer buyer, String why) {
    write(site, entry("lost", buyer.orderId(), site).put("why", why));
  }

  private static ObjectNode entry(String type, String orderId, SandboxSite site) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("type", type)
        .put("orderId", orderId)
        .put("at", site.clock().instant().toString());
  }

  private void write(SandboxSite site, JsonNode entry) {
    site.books().write(entry);
    apply(entry);
  }

  synchronized void apply(JsonNode entry) {
    String type = entry.path("type").asText();
    String orderId = entry.path("orderId").asText();
    counts.merge(type, 1L, Long::sum);
    switch (type) {
      case "asked" -> {
        asked.add(orderId);
        unfinished.put(orderId, SimulatedBuyer.of(entry.path("window")));
        sum = sum.add(entry.path("window").path("amount").decimalValue());
      }
      case "chose" -> {
        URI address = URI.create(entry.path("returnUrl").asText());
        unfinished.computeIfPresent(orderId, (id, buyer) -> buyer.sentTo(address));
      }
      case "returned", "lost" -> unfinished.remove(orderId);
      default -> throw new IllegalStateException("the books know no entry '" + type + "'");
    }
  }

  synchronized List<SimulatedBuyer> unfinished() {
    return List.copyOf(unfinished.values());
  }

  synchronized BooksSummary summary() {
    Map<String, Long> all = new LinkedHashMap<>();
    for (String type : new String[] {"asked", "chose", "returned", "lost"}) {
      all.put(type, counts.getOrDefault(type, 0L));
    }
    return new BooksSummary(all, Map.of("asked", sum.toPlainString() + " KRW"));
  }

  synchronized BooksTable table(int rowsMax) {
    List<List<String>> rows =
        unfinished.values().stream()
            .limit(rowsMax)
            .map(
                buyer ->
                    List.of(
                        buyer.orderId(),
                        buyer.amount(),
                        buyer.orderName(),
                        buyer.returnUrl() == null ? "before the window" : "on the way back"))
            .toList();
    return new BooksTable(
        "Buyers under way",
        List.of("order", "amount", "what for", "where"),
        rows,
        unfinished.size());
  }
}
