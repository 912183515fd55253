package io.entrepot.connectors.akeneo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entrepot.connectors.spi.sandbox.SandboxAnswer;
import io.entrepot.connectors.spi.sandbox.SandboxRequest;
import io.entrepot.connectors.spi.sandbox.rest.RestDesk;
import io.entrepot.connectors.spi.sandbox.rest.RestRoute;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Changes or makes one product: objects are merged, lists replaced; the Event Platform tells. */
final class SimulatedAkeneoPatch implements RestRoute.Work {
  private static final String PRODUCTS = "products-uuid";

  @Override
  public SandboxAnswer answer(SandboxRequest request, Map<String, String> segments, RestDesk desk) {
    String uuid = String.valueOf(segments.get("uuid"));
    if (!(request.json() instanceof ObjectNode change)) {
      return desk.no(400, "BAD_REQUEST", "Invalid json message received");
    }
    Optional<ObjectNode> before = desk.find(PRODUCTS, uuid);
    ObjectNode product = before.orElseGet(() -> made(uuid, desk));
    merge(product, change);
    product.put("updated", now(desk));
    desk.put(PRODUCTS, uuid, product);
    desk.tell(uuid, event(before.isPresent() ? "updated" : "created", uuid, desk));
    return desk.yes(before.isPresent() ? 204 : 201, JsonNodeFactory.instance.objectNode())
        .with("Location", "/api/rest/v1/" + PRODUCTS + "/" + uuid);
  }

  private static ObjectNode made(String uuid, RestDesk desk) {
    ObjectNode product = JsonNodeFactory.instance.objectNode().put("uuid", uuid);
    product.put("enabled", true).putNull("family").putArray("categories");
    product.putObject("values");
    return product.put("created", now(desk));
  }

  private static void merge(ObjectNode target, ObjectNode change) {
    for (Map.Entry<String, JsonNode> field : change.properties()) {
      JsonNode old = target.path(field.getKey());
      if (old instanceof ObjectNode inner && field.getValue() instanceof ObjectNode changed) {
        merge(inner, changed);
      } else {
        target.set(field.getKey(), field.getValue());
      }
    }
  }

  private static ObjectNode event(String what, String uuid, RestDesk desk) {
    ObjectNode event =
        JsonNodeFactory.instance
            .objectNode()
            .put("specversion", "1.0")
            .put(
                "id",
                UUID.nameUUIDFromBytes((uuid + desk.now()).getBytes(StandardCharsets.UTF_8))
                    .toString())
            .put("source", "akeneo-event-platform")
            .put("type", "com.akeneo.pim.v1.product." + what)
            .put("subject", uuid)
            .put("datacontenttype", "application/json")
            .put("time", now(desk));
    event.putObject("data").putObject("product").put("uuid", uuid);
    return event;
  }

  private static String now(RestDesk desk) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
        desk.now().truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC));
  }
}
