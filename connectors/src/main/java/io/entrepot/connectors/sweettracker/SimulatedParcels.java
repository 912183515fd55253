package io.entrepot.connectors.sweettracker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entrepot.connectors.spi.sandbox.BooksSummary;
import io.entrepot.connectors.spi.sandbox.BooksTable;
import io.entrepot.connectors.spi.sandbox.SandboxSite;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** All parcels: what the entries of the books add up to. */
final class SimulatedParcels {
  private final Map<String, SimulatedParcel> parcels = new LinkedHashMap<>();
  private long pushed;
  private long delivered;

  /** Empty if it was registered before. */
  synchronized Optional<SimulatedParcel> register(SandboxSite site, JsonNode body) {
    String key = key(body.path("code").asText(), body.path("num").asText());
    if (parcels.containsKey(key)) {
      return Optional.empty();
    }
    ObjectNode entry =
        entry("registered", key, site)
            .put("carrier", body.path("code").asText())
            .put("invoice", body.path("num").asText())
            .put("fid", body.path("fid").asText())
            .put("callback", body.path("callback_url").asText());
    return Optional.of(write(site, key, entry));
  }

  synchronized SimulatedParcel scan(SandboxSite site, SimulatedParcel parcel) {
    String key = key(parcel.carrier(), parcel.invoice());
    return write(site, key, entry("scanned", key, site).put("level", parcel.level() + 1));
  }

  synchronized void heard(SandboxSite site, SimulatedParcel parcel, int level) {
    String key = key(parcel.carrier(), parcel.invoice());
    write(site, key, entry("pushed", key, site).put("level", level));
  }

  private static String key(String carrier, String invoice) {
    return carrier + "-" + invoice;
  }

  private static ObjectNode entry(String type, String key, SandboxSite site) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("type", type)
        .put("parcel", key)
        .put("at", site.clock().instant().toString());
  }

  private SimulatedParcel write(SandboxSite site, String key, JsonNode entry) {
    site.books().write(entry);
    apply(entry);
    return Objects.requireNonNull(parcels.get(key));
  }

  synchronized void apply(JsonNode entry) {
    switch (entry.path("type").asText()) {
      case "registered" -> parcels.put(entry.path("parcel").asText(), registered(entry));
      case "scanned" ->
          change(entry, parcel -> parcel.scanned(Instant.parse(entry.path("at").asText())));
      case "pushed" -> {
        int level = entry.path("level").asInt();
        change(entry, parcel -> parcel.heard(level));
        pushed++;
        delivered += level == SimulatedParcel.LEVEL_LAST ? 1 : 0;
      }
      default -> throw new IllegalStateException("the books know no entry '" + entry + "'");
    }
  }

  private static SimulatedParcel registered(JsonNode entry) {
    return new SimulatedParcel(
        entry.path("carrier").asText(),
        entry.path("invoice").asText(),
        entry.path("fid").asText(),
        entry.path("callback").asText(),
        List.of(),
        Set.of());
  }

  private void change(JsonNode entry, UnaryOperator<SimulatedParcel> step) {
    parcels.computeIfPresent(entry.path("parcel").asText(), (key, parcel) -> step.apply(parcel));
  }

  synchronized Optional<SimulatedParcel> find(String carrier, String invoice) {
    return Optional.ofNullable(parcels.get(key(carrier, invoice)));
  }

  synchronized List<SimulatedParcel> unfinished() {
    return parcels.values().stream().filter(parcel -> !parcel.told()).toList();
  }

  synchronized BooksSummary summary() {
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("registered", (long) parcels.size());
    counts.put("pushed", pushed);
    counts.put("delivered", delivered);
    return new BooksSummary(counts, Map.of());
  }

  synchronized BooksTable table(int rowsMax) {
    List<List<String>> rows =
        parcels.values().stream()
            .skip(Math.max(0, parcels.size() - rowsMax))
            .map(
                parcel ->
                    List.of(
                        parcel.carrier(),
                        parcel.invoice(),
                        Integer.toString(parcel.level()),
                        parcel.unheard().isEmpty() ? "" : parcel.unheard().toString(),
                        parcel.fid()))
            .collect(Collectors.toCollection(ArrayList::new));
    Collections.reverse(rows);
    return new BooksTable(
        "Parcels",
        List.of("carrier", "waybill", "level", "not told yet", "our id"),
        rows,
        parcels.size());
  }
}
