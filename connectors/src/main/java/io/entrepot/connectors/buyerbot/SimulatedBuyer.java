package io.entrepot.connectors.buyerbot;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A buyer on the way through a window.
 *
 * @param amount in major units as asked
 * @param returnUrl where the window sent the browser; null before
 */
record SimulatedBuyer(
    String orderId,
    String amount,
    String orderName,
    String successUrl,
    String failUrl,
    @Nullable URI returnUrl) {

  static SimulatedBuyer of(JsonNode asked) {
    return new SimulatedBuyer(
        asked.path("orderId").asText(),
        asked.path("amount").asText(),
        asked.path("orderName").asText(),
        asked.path("successUrl").asText(),
        asked.path("failUrl").asText(),
        null);
  }

  SimulatedBuyer sentTo(URI address) {
    return new SimulatedBuyer(orderId, amount, orderName, successUrl, failUrl, address);
  }
}
