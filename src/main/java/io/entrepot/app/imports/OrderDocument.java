package io.entrepot.app.imports;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrepot.core.money.Money;
import io.entrepot.core.order.Address;
import io.entrepot.core.order.Buyer;
import io.entrepot.core.order.Charge;
import io.entrepot.core.order.OrderLine;
import io.entrepot.core.order.PlaceOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the command from a document that fits the schema {@code PlaceOrder}. */
final class OrderDocument {

  private OrderDocument() {}

  /**
   * The command of that document.
   *
   * @param supplement from 2 on it is put after the reference
   * @throws IllegalArgumentException if the core's own rules do not allow such an order
   */
  static PlaceOrder read(JsonNode document, int supplement, UUID batchId) {
    String reference = document.path("reference").asText();
    String date = text(document, "partnerOrderDate");
    return new PlaceOrder(
        document.path("channel").asText(),
        supplement == 1 ? reference : reference + "/" + supplement,
        Currency.getInstance(document.path("currency").asText()),
        lines(document.path("lines")),
        charges(document.path("charges")),
        buyer(document.path("buyer")),
        address(document.path("shipTo")),
        date == null ? null : Instant.parse(date),
        batchId);
  }

  private static List<OrderLine> lines(JsonNode lines) {
    List<OrderLine> read = new ArrayList<>();
    for (JsonNode line : lines) {
      read.add(
          new OrderLine(
              line.path("skuCode").asText(),
              line.path("quantity").asInt(),
              Money.parse(line.path("unitPrice").asText())));
    }
    return read;
  }

  private static List<Charge> charges(JsonNode charges) {
    List<Charge> read = new ArrayList<>();
    for (JsonNode charge : charges) {
      read.add(
          new Charge(charge.path("code").asText(), Money.parse(charge.path("amount").asText())));
    }
    return read;
  }

  private static Buyer buyer(JsonNode buyer) {
    return new Buyer(
        buyer.path("name").asText(),
        text(buyer, "email"),
        text(buyer, "phone"),
        buyer.path("language").asText(),
        buyer.path("guest").asBoolean());
  }

  private static Address address(JsonNode address) {
    return new Address(
        address.path("name").asText(),
        text(address, "phone"),
        text(address, "postcode"),
        address.path("country").asText(),
        text(address, "region"),
        text(address, "city"),
        address.path("line1").asText(),
        text(address, "line2"));
  }

  private static @Nullable String text(JsonNode node, String field) {
    JsonNode value = node.get(field);
    return value == null ? null : value.asText();
  }
}
