package io.entrepot.connectors.wms;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One shipment in the warehouse. Guarded by the ledger that holds it. */
final class SimulatedShipment {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String shipmentId;
  private final String orderNo;
  // As text: thousands of them are held, and a tree takes five times as much.
  private final String order;
  private @Nullable Instant shippedAt;
  private @Nullable String trackingNo;
  private boolean reported;

  SimulatedShipment(JsonNode entry) {
    this.shipmentId = entry.path("shipment_id").asText();
    this.order = entry.path("order").toString();
    this.orderNo = entry.path("order").path("order_no").asText();
  }

  void shipped(JsonNode entry) {
    shippedAt = Instant.parse(entry.path("at").asText());
    trackingNo = entry.path("tracking_no").asText();
  }

  void reported() {
    reported = true;
  }

  boolean isReported() {
    return reported;
  }

  boolean sameOrder(JsonNode other) {
    return order().equals(other);
  }

  String shipmentId() {
    return shipmentId;
  }

  String orderNo() {
    return orderNo;
  }

  JsonNode lines() {
    return order().path("lines");
  }

  private JsonNode order() {
    try {
      return JSON.readTree(order);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("was JSON when it was accepted", e);
    }
  }

  @Nullable Instant shippedAt() {
    return shippedAt;
  }

  @Nullable String trackingNo() {
    return trackingNo;
  }
}
