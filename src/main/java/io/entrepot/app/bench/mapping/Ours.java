package io.entrepot.app.bench.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrepot.app.mapping.Mapping;
import io.entrepot.app.mapping.MappingReader;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Our engine with a mapping file, without and with the schema's judgement. */
final class Ours implements Contender {
  private static final String NAME = "marketplace/order.inbound";

  private final List<JsonNode> orders = Orders.trees();
  private final Mapping mapping;
  private final boolean validated;

  Ours(boolean validated) throws IOException {
    this.validated = validated;
    Map<String, byte[]> files = Map.of("marketplace/order.json", Texts.bytes("order.json"));
    this.mapping = MappingReader.read(NAME, Texts.bytes("order.inbound.yaml"), files::get);
  }

  @Override
  public String name() {
    return validated ? "mapping with validation" : "mapping";
  }

  @Override
  public Object translate(int order) {
    return result(order);
  }

  @Override
  public JsonNode result(int order) {
    JsonNode source = orders.get(order);
    return validated ? mapping.apply(source).document() : mapping.translate(source);
  }
}
