package io.entrepot.app.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import io.entrepot.app.mapping.format.NumberedRow;
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
final class SourcePath implements ValueSource {
  private static final Pattern STEP =
      Pattern.compile("\\.([@#]?[\\p{L}\\p{N}_:-]+)|\\['([^']+)'\\]|\\[(\\d{1,6})\\]|\\[(\\*)\\]");
  private static final int EVERY = -1;

  /** One step: a field's name, or a place in a list (EVERY for all of them). */
  private record Step(@Nullable String name, int index) {}

  private final String text;
  private final int outward;
  private final Step[] steps;

  /** The steps where all of them are names: the way nearly every path goes. */
  private final String @Nullable [] names;

  private SourcePath(String text, int outward, Step[] steps) {
    this.text = text;
    this.outward = outward;
    this.steps = steps;
    this.names = names(steps);
  }

  private static String @Nullable [] names(Step[] steps) {
    String[] names = new String[steps.length];
    for (int i = 0; i < steps.length; i++) {
      String name = steps[i].name();
      if (name == null) {
        return null;
      }
      // Jackson interns the names it reads, so that one look at the reference is enough.
      names[i] = name.intern();
    }
    return names;
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
  @Override
  public @Nullable JsonNode read(Scope scope) {
    Scope from = outward == 0 ? scope : outer(scope);
    if (from == null) {
      return null;
    }
    return present(names == null ? walk(from.node(), 0) : straight(from.node(), names));
  }

  private static @Nullable JsonNode straight(JsonNode node, String[] names) {
    JsonNode at = node;
    for (String name : names) {
      at = at.get(name);
      if (at == null) {
        return null;
      }
    }
    return at;
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

  static @Nullable JsonNode present(@Nullable JsonNode value) {
    if (value instanceof TextNode text) {
      return text.textValue().isEmpty() ? null : value;
    }
    return value == null || value.isNull() || value.isMissingNode() ? null : value;
  }

  /** This path seen from the whole document, with the places of the items it goes through. */
  @Override
  public String in(Scope scope) {
    Scope from = outer(scope);
    return (from == null ? "$" : from.path()) + text.substring(Math.max(1, outward));
  }

  /** The row is the last one on the way from the whole document to the value. */
  @Override
  public String position(Scope scope) {
    Scope from = outer(scope);
    NumberedRow row = from == null ? null : from.row();
    String column = "";
    JsonNode at = from == null ? null : from.node();
    for (int i = 0; i < steps.length && at != null; i++) {
      Step next = steps[i];
      row = at instanceof NumberedRow here ? here : row;
      column = next.name() == null ? column : next.name();
      at = next.name() == null ? at.get(next.index()) : at.get(next.name());
    }
    return row == null || column.isEmpty() ? "" : "row " + row.number() + " column " + column;
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
