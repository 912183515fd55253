package io.entrepot.app.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One application of a mapping: what went wrong so far, and which rules an example touched. */
final class Run {
  private static final int VALUE_CHARS_MAX = 120;

  private final @Nullable Set<String> touched;
  private @Nullable List<MappingError> errors;

  Run(@Nullable Set<String> touched) {
    this.touched = touched;
  }

  /** Whether an example is being applied, whose rules are counted. */
  boolean showing() {
    return touched != null;
  }

  /** Counts a rule or a table's row as shown by an example; costs nothing outside examples. */
  void touch(String point) {
    if (touched != null) {
      touched.add(point);
    }
  }

  /** Says of a value that was read from somewhere what is wrong with it. */
  void fail(Scope scope, String target, ValueSource from, @Nullable JsonNode value, String reason) {
    fail(
        new MappingError(
            scope.fill(target), from.in(scope), shown(value), reason, from.position(scope)));
  }

  void fail(MappingError error) {
    if (errors == null) {
      errors = new ArrayList<>();
    }
    errors.add(error);
  }

  List<MappingError> errors() {
    return errors == null ? List.of() : errors;
  }

  static String shown(@Nullable JsonNode value) {
    if (value == null || value.isNull()) {
      return "";
    }
    String text = value.isValueNode() ? value.asText() : value.toString();
    return text.length() <= VALUE_CHARS_MAX ? text : text.substring(0, VALUE_CHARS_MAX) + "…";
  }
}
