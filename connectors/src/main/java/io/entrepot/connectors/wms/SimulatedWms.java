package io.entrepot.connectors.wms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entrepot.connectors.spi.PartnerSettings;
import io.entrepot.connectors.spi.sandbox.Admission;
import io.entrepot.connectors.spi.sandbox.BooksSummary;
import io.entrepot.connectors.spi.sandbox.BooksTable;
import io.entrepot.connectors.spi.sandbox.SandboxAnswer;
import io.entrepot.connectors.spi.sandbox.SandboxAuth;
import io.entrepot.connectors.spi.sandbox.SandboxRequest;
import io.entrepot.connectors.spi.sandbox.SandboxSite;
import io.entrepot.connectors.spi.sandbox.SimulatedPartner;
import java.util.List;
import java.util.Optional;

/** The warehouse's API. */
final class SimulatedWms implements SimulatedPartner {
  private static final String SHIPMENTS = "/v1/shipments";
  private static final int ORDER_NO_LENGTH_MAX = 64;

  private final SandboxSite site;
  private final Admission admission;
  private final SimulatedWmsLedger ledger;
  private final SimulatedWmsFloor floor;

  SimulatedWms(PartnerSettings account, SandboxSite site, SimulatedWmsLedger ledger) {
    this.site = site;
    this.admission = SandboxAuth.bearer("api-key").open(account, site);
    this.ledger = ledger;
    this.floor = new SimulatedWmsFloor(account, site, ledger);
  }

  @Override
  public void resume() {
    ledger.unreported().forEach(floor::take);
  }

  @Override
  public SandboxAnswer answer(SandboxRequest request) {
    if (!admission.admits(request)) {
      return refused(401, "UNAUTHORIZED", "the API key is wrong");
    }
    if (request.method().equals("POST") && request.path().equals(SHIPMENTS)) {
      return create(request.json());
    }
    if (request.method().equals("GET") && request.path().startsWith(SHIPMENTS + "/")) {
      return show(request.path().substring(SHIPMENTS.length() + 1));
    }
    return refused(404, "NOT_FOUND", "there is nothing at this address");
  }

  private SandboxAnswer create(JsonNode order) {
    Optional<String> wrong = wrong(order);
    if (wrong.isPresent()) {
      return refused(422, "INVALID_SHIPMENT", wrong.get());
    }
    synchronized (ledger) {
      Optional<SimulatedShipment> before = ledger.byOrderNo(order.path("order_no").asText());
      if (before.isPresent()) {
        return before.get().sameOrder(order)
            ? accepted(before.get())
            : refused(409, "ORDER_NO_TAKEN", "this order_no was accepted with another content");
      }
      SimulatedShipment shipment = ledger.accept(site, order);
      floor.take(shipment);
      return accepted(shipment);
    }
  }

  private static Optional<String> wrong(JsonNode order) {
    String orderNo = order.path("order_no").asText();
    if (orderNo.isBlank() || orderNo.length() > ORDER_NO_LENGTH_MAX) {
      return Optional.of("order_no has 1 to 64 characters");
    }
    if (order.path("receiver").path("name").asText().isBlank()
        || order.path("receiver").path("country").asText().isBlank()) {
      return Optional.of("receiver needs name and country");
    }
    if (order.path("lines").isEmpty()) {
      return Optional.of("lines must not be empty");
    }
    for (JsonNode line : order.path("lines")) {
      if (line.path("sku").asText().isBlank() || line.path("qty").asInt() < 1) {
        return Optional.of("each line needs sku and a qty of at least 1");
      }
    }
    return Optional.empty();
  }

  private static SandboxAnswer accepted(SimulatedShipment shipment) {
    return SandboxAnswer.json(
        201,
        JsonNodeFactory.instance
            .objectNode()
            .put("shipment_id", shipment.shipmentId())
            .put("status", "ACCEPTED"));
  }

  private SandboxAnswer show(String shipmentId) {
    synchronized (ledger) {
      return ledger
          .byId(shipmentId)
          .map(shipment -> SandboxAnswer.json(200, json(shipment)))
          .orElseGet(() -> refused(404, "NOT_FOUND", "no such shipment"));
    }
  }

  private static ObjectNode json(SimulatedShipment shipment) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("shipment_id", shipment.shipmentId())
        .put("order_no", shipment.orderNo())
        .put("status", shipment.shippedAt() == null ? "ACCEPTED" : "SHIPPED")
        .put("carrier", SimulatedWmsFloor.CARRIER)
        .put("tracking_no", shipment.trackingNo());
  }

  private static SandboxAnswer refused(int status, String code, String message) {
    return SandboxAnswer.json(
        status, JsonNodeFactory.instance.objectNode().put("code", code).put("message", message));
  }

  @Override
  public BooksSummary summary() {
    synchronized (ledger) {
      return ledger.summary();
    }
  }

  @Override
  public List<BooksTable> tables(int rowsMax) {
    synchronized (ledger) {
      return List.of(ledger.table(rowsMax));
    }
  }
}
