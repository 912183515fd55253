package io.entrepot.connectors.spi.sandbox.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entrepot.connectors.spi.sandbox.BooksTable;
import io.entrepot.connectors.spi.sandbox.SandboxSite;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All documents: what the entries of the books add up to. */
final class RestStore {
  private static final String PUT = "put";
  private static final String REMOVED = "removed";

  /** What a document's entry said last, and its number among all that were ever added. */
  record Row(long number, ObjectNode document) {}

  private final SandboxSite site;
  private final Map<String, Map<String, Row>> rows = new LinkedHashMap<>();
  private long added;

  RestStore(SandboxSite site) {
    this.site = site;
  }

  synchronized void apply(JsonNode entry) {
    String type = entry.path("type").asText();
    Map<String, Row> there = rows(entry.path("resource").asText(), type);
    String id = entry.path("id").asText();
    if (type.equals(PUT)) {
      Row before = there.get(id);
      long number = before == null ? ++added : before.number();
      there.put(id, new Row(number, entry.path("document").deepCopy()));
    } else if (type.equals(REMOVED)) {
      there.remove(id);
    }
  }

  private Map<String, Row> rows(String resource, String type) {
    return type.equals(PUT) || type.equals(REMOVED)
        ? rows.computeIfAbsent(resource, name -> new LinkedHashMap<>())
        : Map.of();
  }

  synchronized void put(String resource, String id, ObjectNode document) {
    ObjectNode entry = entry(PUT, resource, id);
    entry.set("document", document.deepCopy());
    site.books().write(entry);
    apply(entry);
  }

  synchronized void remove(String resource, String id) {
    ObjectNode entry = entry(REMOVED, resource, id);
    site.books().write(entry);
    apply(entry);
  }

  private ObjectNode entry(String type, String resource, String id) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("type", type)
        .put("resource", resource)
        .put("id", id)
        .put("at", site.clock().instant().toString());
  }

  synchronized Optional<ObjectNode> find(String resource, String id) {
    return Optional.ofNullable(rows.getOrDefault(resource, Map.of()).get(id))
        .map(row -> row.document().deepCopy());
  }

  synchronized List<ObjectNode> all(String resource) {
    return rowsOf(resource).stream().map(row -> row.document().deepCopy()).toList();
  }

  synchronized List<Row> rowsOf(String resource) {
    return List.copyOf(rows.getOrDefault(resource, Map.of()).values());
  }

  synchronized long nextNumber() {
    return added + 1;
  }

  synchronized Map<String, Long> counts() {
    Map<String, Long> counts = new LinkedHashMap<>();
    rows.forEach((resource, there) -> counts.put(resource, (long) there.size()));
    return counts;
  }

  synchronized List<BooksTable> tables(int rowsMax) {
    List<BooksTable> tables = new ArrayList<>();
    rows.forEach((resource, there) -> tables.add(table(resource, there, rowsMax)));
    return tables;
  }

  private static BooksTable table(String resource, Map<String, Row> there, int rowsMax) {
    List<List<String>> newest = new ArrayList<>();
    there.forEach((id, row) -> newest.add(List.of(id, row.document().toString())));
    Collections.reverse(newest);
    return new BooksTable(
        resource,
        List.of("id", "document"),
        List.copyOf(newest.subList(0, Math.min(rowsMax, newest.size()))),
        there.size());
  }
}
