package io.entrepot.connectors.http.declared;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrepot.connectors.spi.PartnerSettings;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A text with values in it: {@code {$.order.id}} out of the document, {@code ${name}} out of the
 * partner's settings. A path alone, {@code $.order.id}, is short for it.
 */
record Template(String text, List<Part> parts) {
  private static final Pattern HOLE = Pattern.compile("\\$\\{([^}]*)}|\\{(\\$[^}]*)}");

  /** A piece of it. */
  sealed interface Part {
    record Literal(String text) implements Part {}

    record Setting(String name) implements Part {}

    record Value(FieldPath path) implements Part {}
  }

  static Template of(YamlPlace place, Set<String> settings) {
    String text = place.text();
    Optional<FieldPath> alone = FieldPath.parse(text);
    if (alone.isPresent()) {
      return new Template(text, List.of(new Part.Value(alone.get())));
    }
    if (text.startsWith("$.") || text.startsWith("$[")) {
      throw place.error("'" + text + "' is no path; write it as $.field or $.list[0].field");
    }
    List<Part> parts = new ArrayList<>();
    Matcher hole = HOLE.matcher(text);
    int from = 0;
    while (hole.find()) {
      literal(place, text.substring(from, hole.start()), parts);
      parts.add(part(place, hole, settings));
      from = hole.end();
    }
    literal(place, text.substring(from), parts);
    return new Template(text, List.copyOf(parts));
  }

  private static void literal(YamlPlace place, String text, List<Part> parts) {
    if (text.contains("{") || text.contains("}")) {
      throw place.error(
          "'" + text + "': write {$.field} for a value of the document, ${name} for a setting");
    }
    if (!text.isEmpty()) {
      parts.add(new Part.Literal(text));
    }
  }

  private static Part part(YamlPlace place, Matcher hole, Set<String> settings) {
    String setting = hole.group(1);
    if (setting == null) {
      return FieldPath.parse(hole.group(2))
          .<Part>map(Part.Value::new)
          .orElseThrow(() -> place.error("'" + hole.group(2) + "' is no path"));
    }
    if (!settings.contains(setting)) {
      throw place.error("'${" + setting + "}' is none of the file's settings: " + settings);
    }
    return new Part.Setting(setting);
  }

  /** Whether all of it stands in the file. */
  boolean literal() {
    return parts.stream().allMatch(Part.Literal.class::isInstance);
  }

  Set<FieldPath> paths() {
    return parts.stream()
        .filter(Part.Value.class::isInstance)
        .map(part -> ((Part.Value) part).path())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /**
   * Empty if a value of the document is missing.
   *
   * @param encoding applied to each value, not to the text around it
   */
  Optional<String> fill(
      JsonNode document, PartnerSettings settings, UnaryOperator<String> encoding) {
    StringBuilder filled = new StringBuilder();
    for (Part part : parts) {
      if (part instanceof Part.Literal literal) {
        filled.append(literal.text());
      } else if (part instanceof Part.Setting setting) {
        filled.append(encoding.apply(settings.require(setting.name())));
      } else {
        Optional<String> value = ((Part.Value) part).path().textIn(document);
        if (value.isEmpty()) {
          return Optional.empty();
        }
        filled.append(encoding.apply(value.get()));
      }
    }
    return Optional.of(filled.toString());
  }
}
