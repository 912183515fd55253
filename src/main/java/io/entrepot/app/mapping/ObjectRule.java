package io.entrepot.app.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** An object of fields; left out when none of them has a value. */
record ObjectRule(String[] names, Rule[] rules) implements Rule {

  @Override
  public @Nullable JsonNode value(Scope scope) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    for (int i = 0; i < names.length; i++) {
      JsonNode value = rules[i].value(scope);
      if (value != null) {
        object.set(names[i], value);
      }
    }
    return object.isEmpty() ? null : object;
  }
}
