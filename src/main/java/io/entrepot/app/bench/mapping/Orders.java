package io.entrepot.app.bench.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Orders as a marketplace sends them: each another, so that no answer can be kept. */
final class Orders {
  static final int COUNT = 64;
  private static final int LINES = 3;
  private static final List<String> STATES = List.of("READY_TO_SHIP", "UNPAID", "CANCELLED");
  private static final List<String> COUNTRIES = List.of("Korea", "Japan", "Germany");
  private static final ObjectMapper JSON = new ObjectMapper();

  private Orders() {}

  static List<JsonNode> trees() {
    List<JsonNode> orders = new ArrayList<>();
    for (int i = 0; i < COUNT; i++) {
      orders.add(order(i));
    }
    return orders;
  }

  /** The same in plain Java, which JSONata reads fastest. */
  static List<Map<?, ?>> maps() {
    List<Map<?, ?>> orders = new ArrayList<>();
    trees().forEach(tree -> orders.add(JSON.convertValue(tree, Map.class)));
    return orders;
  }

  static JsonNode tree(Object plain) {
    return JSON.valueToTree(plain);
  }

  private static JsonNode order(int i) {
    ObjectNode order = JsonNodeFactory.instance.objectNode();
    order.put("order_sn", "2611210000" + i);
    order.put("create_time", "2026-11-21T09:%02d:00Z".formatted(i % 60));
    order.put("order_status", STATES.get(i % STATES.size()));
    order.put("currency", "KRW");
    order.put("shipping_fee", 2500 + i);
    ObjectNode buyer = order.putObject("buyer");
    buyer.put("username", "buyer" + i).put("email", "Buyer" + i + "@Example.test");
    buyer.put("phone", "+8210000000" + i);
    if (i % 2 == 0) {
      buyer.put("language", "ja");
    }
    address(order.putObject("recipient_address"), i);
    ArrayNode items = order.putArray("items");
    for (int line = 0; line < LINES; line++) {
      ObjectNode item = items.addObject();
      item.put("model_sku", "SKU-" + i + "-" + line).put("quantity", String.valueOf(line + 1));
      item.put("price", 9000 + 10 * i + line);
    }
    return order;
  }

  private static void address(ObjectNode address, int i) {
    address.put("name", "김서연 " + i).put("phone", "+8210111100" + i);
    address.put("zipcode", "0452" + i % 10);
    address.put("country", COUNTRIES.get(i % COUNTRIES.size()));
    address.put("state", "서울특별시").put("city", "중구").put("full_address", "세종대로 " + i);
  }
}
