package io.entrepot.app.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An object of fields; left out when none of them has a value. */
record ObjectRule(List<Field> fields) implements Rule {

  /** A field's name and how it gets its value. */
  record Field(String name, Rule rule) {}

  @Override
  public @Nullable JsonNode value(Scope scope) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    for (int i = 0; i < fields.size(); i++) {
      Field field = fields.get(i);
      JsonNode value = field.rule().value(scope);
      if (value != null) {
        object.set(field.name(), value);
      }
    }
    return object.isEmpty() ? null : object;
  }
}
