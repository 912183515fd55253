package io.entrepot.app.bench.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a good programmer writes who may not reuse any of it. */
final class ByHand implements Contender {
  private static final Map<String, String> STATUS =
      Map.of("READY_TO_SHIP", "CONFIRMED", "UNPAID", "PLACED", "CANCELLED", "CANCELLED");
  private static final Map<String, String> COUNTRY =
      Map.of("Korea", "KR", "Japan", "JP", "Germany", "DE");

  private final List<JsonNode> orders = Orders.trees();

  @Override
  public String name() {
    return "hand-written Java";
  }

  @Override
  public Object translate(int order) {
    return result(order);
  }

  @Override
  public JsonNode result(int order) {
    JsonNode source = orders.get(order);
    ObjectNode target = JsonNodeFactory.instance.objectNode();
    target.put("channel", "marketplace");
    target.set("reference", source.get("order_sn"));
    target.set("currency", source.get("currency"));
    target.put("status", code(STATUS, source.get("order_status")));
    target.set("placedAt", source.get("create_time"));
    buyer(source.get("buyer"), target.putObject("buyer"));
    address(source.get("recipient_address"), target.putObject("shipTo"));
    ArrayNode lines = target.putArray("lines");
    for (JsonNode item : source.get("items")) {
      ObjectNode line = lines.addObject();
      line.set("skuCode", item.get("model_sku"));
      line.put("quantity", Long.parseLong(item.get("quantity").textValue()));
      line.put("unitPrice", item.get("price").asText() + " KRW");
    }
    target.put("shippingFee", source.get("shipping_fee").asText() + " KRW");
    return target;
  }

  private static void buyer(JsonNode source, ObjectNode buyer) {
    buyer.set("name", source.get("username"));
    buyer.put("email", source.get("email").textValue().toLowerCase(Locale.ROOT));
    buyer.set("phone", source.get("phone"));
    JsonNode language = source.get("language");
    if (language == null) {
      buyer.put("language", "ko");
    } else {
      buyer.set("language", language);
    }
  }

  private static void address(JsonNode source, ObjectNode shipTo) {
    shipTo.set("name", source.get("name"));
    shipTo.set("phone", source.get("phone"));
    shipTo.set("postcode", source.get("zipcode"));
    shipTo.put("country", code(COUNTRY, source.get("country")));
    shipTo.set("region", source.get("state"));
    shipTo.set("city", source.get("city"));
    shipTo.set("line1", source.get("full_address"));
  }

  private static String code(Map<String, String> codes, JsonNode code) {
    String ours = codes.get(code.textValue());
    if (ours == null) {
      throw new IllegalArgumentException("no code " + code);
    }
    return ours;
  }
}
