package io.entrepot.app.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrepot.app.mapping.expression.Expression;
import io.entrepot.app.mapping.expression.ExpressionException;
import org.jspecify.annotations.Nullable;

/** A value that JSONata works out. */
record ExpressionSource(String text, Expression expression) implements ValueSource {
  private static final int SHOWN_CHARS_MAX = 60;

  static ExpressionSource of(Spec spec, String text) {
    try {
      return new ExpressionSource(text, Expression.compile(text));
    } catch (ExpressionException e) {
      throw spec.error("the expression " + shown(text) + " " + e.reason());
    }
  }

  @Override
  public @Nullable JsonNode read(Scope scope) throws BadValue {
    try {
      return SourcePath.present(expression.evaluate(scope.node(), scope.root()));
    } catch (ExpressionException e) {
      throw new BadValue("the expression " + shown(text) + " " + e.reason());
    }
  }

  @Override
  public String in(Scope scope) {
    return scope.path();
  }

  private static String shown(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    return "'"
        + (line.length() <= SHOWN_CHARS_MAX ? line : line.substring(0, SHOWN_CHARS_MAX) + "…")
        + "'";
  }
}
