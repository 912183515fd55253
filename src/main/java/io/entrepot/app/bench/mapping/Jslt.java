package io.entrepot.app.bench.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.schibsted.spt.data.jslt.Expression;
import com.schibsted.spt.data.jslt.Parser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** JSLT, which works on Jackson's tree like ours. */
final class Jslt implements Contender {
  private final List<JsonNode> orders = Orders.trees();
  private final Expression expression;

  Jslt() throws IOException {
    expression =
        Parser.compileString(new String(Texts.bytes("order.jslt"), StandardCharsets.UTF_8));
  }

  @Override
  public String name() {
    return "JSLT";
  }

  @Override
  public Object translate(int order) {
    return result(order);
  }

  @Override
  public JsonNode result(int order) {
    return expression.apply(orders.get(order));
  }
}
