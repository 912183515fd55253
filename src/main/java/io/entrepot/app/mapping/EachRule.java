package io.entrepot.app.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.jspecify.annotations.Nullable;

/** One target item for each item of a source list that meets the condition; like ones merged. */
record EachRule(String target, SourcePath list, Condition when, Rule item, @Nullable Merge merge)
    implements Rule {

  @Override
  public @Nullable JsonNode value(Scope scope) {
    JsonNode items = list.read(scope);
    if (items == null) {
      return null;
    }
    if (!items.isArray()) {
      scope.run().fail(scope, target, list, items, "is not a list");
      return null;
    }
    ArrayNode out = JsonNodeFactory.instance.arrayNode(items.size());
    for (int i = 0; i < items.size(); i++) {
      add(scope.item(items.get(i), list, i), out);
    }
    return merge == null ? out : merge.apply(out);
  }

  private void add(Scope at, ArrayNode out) {
    if (when != Condition.ALWAYS && !when.test(at)) {
      return;
    }
    JsonNode value = item.value(at);
    if (value != null) {
      out.add(value);
    }
  }
}
