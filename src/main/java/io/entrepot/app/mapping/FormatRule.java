package io.entrepot.app.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A text with values in it, as {@code Customer {$.id}}; left out when one of them is missing. */
record FormatRule(String target, List<String> texts, List<SourcePath> paths) implements Rule {

  @Override
  public @Nullable JsonNode value(Scope scope) {
    String text = texts.get(0);
    for (int i = 0; i < paths.size(); i++) {
      JsonNode value = paths.get(i).read(scope);
      if (value == null) {
        return null;
      }
      // Two or three pieces are the rule, and concat copies them without a buffer between.
      text = text.concat(value.asText()).concat(texts.get(i + 1));
    }
    scope.run().touch(target);
    return TextNode.valueOf(text);
  }
}
