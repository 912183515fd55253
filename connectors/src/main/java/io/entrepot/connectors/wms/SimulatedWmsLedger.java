package io.entrepot.connectors.wms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entrepot.connectors.spi.sandbox.BooksSummary;
import io.entrepot.connectors.spi.sandbox.BooksTable;
import io.entrepot.connectors.spi.sandbox.SandboxSite;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/** All shipments: what the entries of the books add up to. Who uses it holds its monitor. */
final class SimulatedWmsLedger {
  private static final long WAYBILL_FIRST = 689_900_000_001L;

  private final Map<String, SimulatedShipment> byId = new LinkedHashMap<>();
  private final Map<String, SimulatedShipment> byOrderNo = new LinkedHashMap<>();
  private long shipped;
  private long reported;
  private long units;

  SimulatedShipment accept(SandboxSite site, JsonNode order) {
    String shipmentId = "WS-%06d".formatted(byId.size() + 1);
    ObjectNode entry = entry("accepted", shipmentId, site);
    entry.set("order", order);
    write(site, entry);
    return Objects.requireNonNull(byId.get(shipmentId));
  }

  void ship(SandboxSite site, SimulatedShipment shipment) {
    write(
        site,
        entry("shipped", shipment.shipmentId(), site)
            .put("order_no", shipment.orderNo())
            .put("tracking_no", Long.toString(WAYBILL_FIRST + shipped)));
  }

  void report(SandboxSite site, SimulatedShipment shipment) {
    write(site, entry("reported", shipment.shipmentId(), site));
  }

  private static ObjectNode entry(String type, String shipmentId, SandboxSite site) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("type", type)
        .put("shipment_id", shipmentId)
        .put("at", site.clock().instant().toString());
  }

  private void write(SandboxSite site, JsonNode entry) {
    site.books().write(entry);
    apply(entry);
  }

  void apply(JsonNode entry) {
    switch (entry.path("type").asText()) {
      case "accepted" -> {
        accepted(new SimulatedShipment(entry));
        entry.path("order").path("lines").forEach(line -> units += line.path("qty").asLong());
      }
      case "shipped" -> {
        shipment(entry).shipped(entry);
        shipped++;
      }
      case "reported" -> {
        shipment(entry).reported();
        reported++;
      }
      default -> throw new IllegalStateException("the books know no entry '" + entry + "'");
    }
  }

  private void accepted(SimulatedShipment shipment) {
    byId.put(shipment.shipmentId(), shipment);
    byOrderNo.put(shipment.orderNo(), shipment);
  }

  private SimulatedShipment shipment(JsonNode entry) {
    String id = entry.path("shipment_id").asText();
    return Objects.requireNonNull(byId.get(id), () -> id + " was never accepted");
  }

  Optional<SimulatedShipment> byId(String shipmentId) {
    return Optional.ofNullable(byId.get(shipmentId));
  }

  Optional<SimulatedShipment> byOrderNo(String orderNo) {
    return Optional.ofNullable(byOrderNo.get(orderNo));
  }

  List<SimulatedShipment> unreported() {
    return byId.values().stream().filter(shipment -> !shipment.isReported()).toList();
  }

  BooksSummary summary() {
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("accepted", (long) byId.size());
    counts.put("shipped", shipped);
    counts.put("reported", reported);
    counts.put("units", units);
    return new BooksSummary(counts, Map.of());
  }

  BooksTable table(int rowsMax) {
    List<List<String>> rows =
        byId.values().stream()
            .skip(Math.max(0, byId.size() - rowsMax))
            .map(
                shipment ->
                    List.of(
                        shipment.shipmentId(),
                        shipment.orderNo(),
                        shipment.shippedAt() == null ? "ACCEPTED" : "SHIPPED",
                        Objects.requireNonNullElse(shipment.trackingNo(), ""),
                        shipment.isReported() ? "yes" : "no",
                        lines(shipment)))
            .collect(Collectors.toCollection(ArrayList::new));
    Collections.reverse(rows);
    return new BooksTable(
        "Shipments",
        List.of("shipment", "order", "status", "waybill", "reported", "lines"),
        rows,
        byId.size());
  }

  private static String lines(SimulatedShipment shipment) {
    StringJoiner lines = new StringJoiner(", ");
    shipment
        .lines()
        .forEach(line -> lines.add(line.path("qty").asText() + " × " + line.path("sku").asText()));
    return lines.toString();
  }
}
