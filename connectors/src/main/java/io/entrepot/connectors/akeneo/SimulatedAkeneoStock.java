package io.entrepot.connectors.akeneo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What stands in the simulated PIM: a season of clothes, always the same. */
final class SimulatedAkeneoStock {
  static final int PRODUCTS = 237;
  private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
  private static final List<String> KINDS = List.of("knit", "sock", "coat");

  private SimulatedAkeneoStock() {}

  static List<JsonNode> products() {
    return IntStream.rangeClosed(1, PRODUCTS).mapToObj(SimulatedAkeneoStock::product).toList();
  }

  private static JsonNode product(int number) {
    String kind = KINDS.get(number % KINDS.size());
    String sku = "%s-%03d".formatted(kind.toUpperCase(java.util.Locale.ROOT), number);
    ObjectNode product = object().put("uuid", uuid(sku)).put("enabled", number % 10 != 0);
    product.put("family", kind).putArray("categories").add("winter_2026").add(kind + "s");
    product.putArray("groups");
    product.putNull("parent");
    ObjectNode values = product.putObject("values");
    value(values, "sku", null, null).put("data", sku);
    value(values, "name", "ko_KR", null).put("data", "상품 " + number);
    value(values, "name", "ja_JP", null).put("data", "商品 " + number);
    value(values, "name", "en_US", null).put("data", "Product " + number);
    // An amount is a text, with the currency's decimals.
    value(values, "price", null, "ecommerce")
        .putArray("data")
        .add(object().put("amount", amount(number)).put("currency", "JPY"))
        .add(object().put("amount", number + ".50").put("currency", "USD"));
    return product
        .put("created", time(0))
        .put("updated", time(number))
        .set("associations", object());
  }

  private static String amount(int number) {
    return BigDecimal.valueOf(1_000L + 100L * number).toPlainString();
  }

  private static ObjectNode value(
      ObjectNode values, String attribute, @Nullable String locale, @Nullable String scope) {
    return values.withArray("/" + attribute).addObject().put("locale", locale).put("scope", scope);
  }

  static List<JsonNode> categories() {
    return List.of(
        category("master", null),
        category("winter_2026", "master"),
        category("knits", "winter_2026"),
        category("socks", "winter_2026"),
        category("coats", "winter_2026"));
  }

  private static JsonNode category(String code, @Nullable String parent) {
    ObjectNode category = object().put("code", code).put("parent", parent).put("updated", time(0));
    category.putObject("labels").put("en_US", code.replace('_', ' '));
    return category;
  }

  static List<JsonNode> families() {
    return KINDS.stream().map(SimulatedAkeneoStock::family).toList();
  }

  private static JsonNode family(String code) {
    ObjectNode family = object().put("code", code).put("attribute_as_label", "name");
    family.putArray("attributes").add("sku").add("name").add("price");
    return family;
  }

  static List<JsonNode> attributes() {
    return List.of(
        attribute("sku", "pim_catalog_identifier", false, false),
        attribute("name", "pim_catalog_text", true, false),
        attribute("price", "pim_catalog_price_collection", false, true));
  }

  private static JsonNode attribute(
      String code, String type, boolean localizable, boolean scopable) {
    return object()
        .put("code", code)
        .put("type", type)
        .put("group", "marketing")
        .put("localizable", localizable)
        .put("scopable", scopable);
  }

  static List<JsonNode> channels() {
    ObjectNode channel = object().put("code", "ecommerce").put("category_tree", "master");
    channel.putArray("currencies").add("JPY").add("USD");
    channel.putArray("locales").add("ko_KR").add("ja_JP").add("en_US");
    return List.of(channel);
  }

  private static String uuid(String sku) {
    return UUID.nameUUIDFromBytes(sku.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private static String time(int hours) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
        FIRST.plus(Duration.ofHours(hours)).atOffset(ZoneOffset.UTC));
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
