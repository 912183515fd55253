package io.entrepot.app.mapping;

import com.fasterxml.jackson.databind.JsonNode;

/** Always the same value. */
record ConstRule(String target, JsonNode constant) implements Rule {

  @Override
  public JsonNode value(Scope scope) {
    scope.run().touch(target);
    return constant;
  }
}
