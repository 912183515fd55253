package io.entrepot.app.bench.mapping;

import com.dashjoin.jsonata.Jsonata;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** JSONata on plain maps, its own kind of tree, without its check of the input. */
final class JsonataOrders implements Contender {
  private final List<Map<?, ?>> orders = Orders.maps();
  private final Jsonata expression;

  JsonataOrders() throws IOException {
    expression = Jsonata.jsonata(new String(Texts.bytes("order.jsonata"), StandardCharsets.UTF_8));
    expression.setValidateInput(false);
    // Else this one is its thread's evaluator, and its frames nest deeper with every document.
    Jsonata.jsonata("null");
  }

  @Override
  public String name() {
    return "JSONata";
  }

  @Override
  public Object translate(int order) {
    return expression.evaluate(orders.get(order));
  }

  @Override
  public JsonNode result(int order) {
    return Orders.tree(translate(order));
  }
}
