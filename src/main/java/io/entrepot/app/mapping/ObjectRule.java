package io.entrepot.app.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An object of fields; left out when none of them has a value. */
final class ObjectRule implements Rule {
  private final String[] names;
  private final Rule[] rules;

  ObjectRule(List<Field> fields) {
    this.names = fields.stream().map(Field::name).toArray(String[]::new);
    this.rules = fields.stream().map(Field::rule).toArray(Rule[]::new);
  }

  /** A field's name and how it gets its value. */
  record Field(String name, Rule rule) {}

  @Override
  public @Nullable JsonNode value(Scope scope) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    for (int i = 0; i < rules.length; i++) {
      Rule rule = rules[i];
      // Nearly all fields are values: called by its class, the compiler takes it in here.
      JsonNode value = rule instanceof ValueRule one ? one.value(scope) : rule.value(scope);
      if (value != null) {
        object.set(names[i], value);
      }
    }
    return object.isEmpty() ? null : object;
  }
}
