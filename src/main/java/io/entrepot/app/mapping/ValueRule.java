package io.entrepot.app.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A value read from the source, translated and checked.
 *
 * @param target the field, as {@code lines[].quantity}
 * @param fallback stands in when the source has none
 * @param because said instead of the pattern when the value does not match it
 */
record ValueRule(
    String target,
    ValueSource from,
    @Nullable Function function,
    @Nullable JsonNode fallback,
    boolean required,
    @Nullable Pattern matches,
    @Nullable String because)
    implements Rule {

  @Override
  public @Nullable JsonNode value(Scope scope) {
    JsonNode raw = null;
    try {
      raw = from.read(scope);
      if (raw == null) {
        return missing(scope);
      }
      check(raw);
      JsonNode value = function == null ? raw : function.apply(raw, scope);
      scope.run().touch(target);
      return value;
    } catch (BadValue e) {
      scope.run().fail(scope, target, from, raw, e.reason());
      return null;
    }
  }

  private @Nullable JsonNode missing(Scope scope) {
    if (fallback != null) {
      if (scope.run().showing()) {
        scope.run().touch(target + " default");
      }
      return fallback;
    }
    if (required) {
      scope.run().fail(scope, target, from, null, "is missing");
    }
    return null;
  }

  private void check(JsonNode raw) throws BadValue {
    if (matches != null && !Texts.matches(matches, raw.asText())) {
      String reason = because == null ? "does not look like " + matches : because;
      throw new BadValue("'" + Run.shown(raw) + "' " + reason);
    }
  }
}
