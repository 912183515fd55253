package io.entrepot.app.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A compiled path: {@code $.a.b}, {@code $['a b']}, {@code $.rows[0].x}, {@code $.rows[*].x} (a
 * list of values). A {@code ^} in place of {@code $} starts one {@code each} further out, {@code
 * ^^} two.
 */
final class SourcePath {
  private static final Pattern STEP =
      Pattern.compile("\\.([\\p{L}\\p{N}_-]+)|\\['([^']+)'\\]|\\[(\\d{1,6})\\]|\\[(\\*)\\]");
  private static final int EVERY = -1;

  /** One step: a field's name, or a place in a list (EVERY for all of them). */
  private record Step(@Nullable String name, int index) {}

  private final String text;
  private final int outward;
  private final Step[] steps;

  private SourcePath(String text, int outward, Step[] steps) {
    this.text = text;
    this.outward = outward;
    this.steps = steps;
  }

  static boolean looksLikeOne(String text) {
    return text.startsWith("$") || text.startsWith("^");
  }

  /** Null when the text is no path. */
  static @Nullable SourcePath parse(String text) {
    int start = text.startsWith("$") ? 1 : carets(text);
    List<Step> steps = new ArrayList<>();
    Matcher matcher = STEP.matcher(text);
    int at = start;
    while (at > 0 && at < text.length()) {
      if (!matcher.find(at) || matcher.start() != at) {
        return null;
      }
      steps.add(step(matcher));
      at = matcher.end();
    }
    int outward = text.startsWith("$") ? 0 : start;
    return start == 0 ? null : new SourcePath(text, outward, steps.toArray(new Step[0]));
  }

  private static int carets(String text) {
    int count = 0;
    while (count < text.length() && text.charAt(count) == '^') {
      count++;
    }
    return count;
  }

  private static Step step(Matcher matcher) {
    if (matcher.group(1) != null) {
      return new Step(matcher.group(1), 0);
    }
    if (matcher.group(2) != null) {
      return new Step(matcher.group(2), 0);
    }
    String index = matcher.group(3);
    return new Step(null, index == null ? EVERY : Integer.parseInt(index));
  }

  boolean manyValued() {
    for (Step step : steps) {
      if (step.name() == null && step.index() == EVERY) {
        return true;
      }
    }
    return false;
  }

  int outward() {
    return outward;
  }

  /** The value there; null if there is none, or if it is JSON's null or an empty text. */
  @Nullable JsonNode read(Scope scope) {
    Scope from = outer(scope);
    return from == null ? null : present(walk(from.node(), 0));
  }

  private @Nullable Scope outer(Scope scope) {
    Scope from = scope;
    for (int i = 0; i < outward && from != null; i++) {
      from = from.outer();
    }
    return from;
  }

  private @Nullable JsonNode walk(@Nullable JsonNode node, int step) {
    JsonNode at = node;
    for (int i = step; i < steps.length && at != null; i++) {
      Step next = steps[i];
      if (next.name() != null) {
        at = at.get(next.name());
      } else if (next.index() == EVERY) {
        return every(at, i + 1);
      } else {
        at = at.get(next.index());
      }
    }
    return at;
  }

  /** Null when no item has a value there. */
  private @Nullable ArrayNode every(JsonNode list, int step) {
    ArrayNode values = JsonNodeFactory.instance.arrayNode();
    for (JsonNode item : list) {
      JsonNode value = present(walk(item, step));
      if (value != null) {
        values.add(value);
      }
    }
    return values.isEmpty() ? null : values;
  }

  private static @Nullable JsonNode present(@Nullable JsonNode value) {
    if (value == null || value.isNull() || value.isMissingNode()) {
      return null;
    }
    return value.isTextual() && value.textValue().isEmpty() ? null : value;
  }

  /** This path seen from the whole document, with the places of the items it goes through. */
  String in(Scope scope) {
    Scope from = outer(scope);
    return (from == null ? "$" : from.path()) + text.substring(Math.max(1, outward));
  }

  /** This path under {@code prefix} with every place in a list written {@code []}. */
  String pattern(String prefix) {
    String rest = text.substring(Math.max(1, outward));
    return prefix
        + rest.replaceAll("\\[(?:\\d+|\\*)\\]", "[]").replaceAll("\\['([^']+)'\\]", ".$1");
  }

  @Override
  public String toString() {
    return text;
  }
}
