package io.entrepot.connectors.http.declared;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.entrepot.connectors.spi.PlainNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code $}, {@code $.a.b}, {@code $['a b'].c}, {@code $.rows[0]}: where a value stands. */
record FieldPath(String text, List<Object> steps) {
  private static final Pattern STEP =
      Pattern.compile("\\.([A-Za-z_][A-Za-z0-9_-]*)|\\['([^']+)']|\\[(\\d{1,6})]");

  static FieldPath of(YamlPlace place) {
    return parse(place.text())
        .orElseThrow(
            () ->
                place.error(
                    "'" + place.text() + "' is no path; write it as $.field or $.list[0].field"));
  }

  static Optional<FieldPath> parse(String text) {
    if (!text.startsWith("$")) {
      return Optional.empty();
    }
    List<Object> steps = new ArrayList<>();
    Matcher step = STEP.matcher(text).region(1, text.length());
    while (step.lookingAt()) {
      String name = step.group(1) == null ? step.group(2) : step.group(1);
      steps.add(name == null ? (Object) Integer.valueOf(step.group(3)) : name);
      step.region(step.end(), text.length());
    }
    return step.regionStart() == text.length()
        ? Optional.of(new FieldPath(text, List.copyOf(steps)))
        : Optional.empty();
  }

  /** Missing if it is not there. */
  JsonNode in(JsonNode document) {
    JsonNode node = document;
    for (Object step : steps) {
      node = step instanceof Integer index ? node.path(index) : node.path((String) step);
    }
    return node.isNull() ? MissingNode.getInstance() : node;
  }

  /**
   * A single value as text; empty if it is missing, blank, no single value, or a number that nobody
   * writes out.
   */
  Optional<String> textIn(JsonNode document) {
    JsonNode node = in(document);
    if (!node.isValueNode() || node.isMissingNode()) {
      return Optional.empty();
    }
    return PlainNumber.text(node).filter(value -> !value.isBlank());
  }
}
