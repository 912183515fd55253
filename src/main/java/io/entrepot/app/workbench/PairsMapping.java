package io.entrepot.app.workbench;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A mapping of ours made from field pairs, with all that the pairs leave open.
 *
 * @param mapping its name
 * @param file text of the mapping file
 * @param schemaPath where its schema stands in a mappings folder
 * @param schema text of it
 */
@JsonNaming(SnakeCaseStrategy.class)
record PairsMapping(
    String mapping, String file, String schemaPath, String schema, List<String> gaps) {

  static PairsMapping of(FieldPairs pairs) {
    List<String> gaps = new ArrayList<>(general(pairs));
    Map<String, String> sourceByTarget = new LinkedHashMap<>();
    pairs
        .targetBySource()
        .forEach(
            (source, target) -> {
              if (taken(sourceByTarget, target)) {
                gaps.add(source + " -> " + target + ": the target has its value already; left out");
              } else {
                sourceByTarget.put(target, source);
                gaps.addAll(FieldName.gaps(source, target));
              }
            });
    String name = pairs.target() + "/" + pairs.source() + ".outbound";
    return new PairsMapping(
        name,
        text(name, pairs.source(), sourceByTarget, gaps),
        pairs.target() + "/" + pairs.source() + ".json",
        schema(name, sourceByTarget).toPrettyString() + "\n",
        List.copyOf(gaps));
  }

  private static List<String> general(FieldPairs pairs) {
    return List.of(
        "document and direction are not said: taken as what goes out to "
            + pairs.target()
            + ", named after "
            + pairs.source(),
        "it goes from partner to partner; the hub's own go through a canonical document, so that"
            + " the next partner needs one mapping and not one for each other",
        "types, lengths and which fields are required are not said: the schema takes anything",
        "fields of "
            + pairs.source()
            + " that are in no pair: whether they are ignored is not said; preview reports them",
        "no example is given: the one below is made up from the names; put a real message there");
  }

  /** A field cannot have a value and be an object too. */
  private static boolean taken(Map<String, String> targets, String target) {
    return targets.keySet().stream()
        .anyMatch(
            other ->
                other.equals(target)
                    || other.startsWith(target + ".")
                    || target.startsWith(other + "."));
  }

  private static String text(
      String name, String source, Map<String, String> sourceByTarget, List<String> gaps) {
    StringBuilder text = new StringBuilder();
    text.append("# Made from field pairs. What they leave open:\n");
    gaps.forEach(gap -> text.append("# - ").append(gap).append('\n'));
    text.append("mapping: ").append(name).append('\n');
    text.append("to: ./").append(source).append("\n\nfields:\n");
    sourceByTarget.forEach(
        (target, from) -> text.append("  %s: $.%s\n".formatted(quoted(target), from)));
    ObjectNode in = JsonNodeFactory.instance.objectNode();
    ObjectNode out = JsonNodeFactory.instance.objectNode();
    sourceByTarget.forEach(
        (target, from) -> {
          put(in, from, from + " 1");
          put(out, target, from + " 1");
        });
    text.append("\nexamples:\n  - name: made up from the names\n");
    text.append("    in: ").append(in).append("\n    out: ").append(out).append('\n');
    return text.toString();
  }

  /** A name such as {@code no} or {@code 12} must stay a text in YAML. */
  private static String quoted(String name) {
    return "\"" + name + "\"";
  }

  private static void put(ObjectNode root, String path, String value) {
    String[] steps = path.split("\\.", -1);
    ObjectNode at = root;
    for (int i = 0; i < steps.length - 1; i++) {
      at = at.withObject("/" + steps[i]);
    }
    at.put(steps[steps.length - 1], value);
  }

  private static ObjectNode schema(String name, Map<String, String> sourceByTarget) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    root.put("title", name);
    root.put("type", "object").put("additionalProperties", false).putObject("properties");
    for (String target : sourceByTarget.keySet()) {
      ObjectNode at = root;
      String[] steps = target.split("\\.", -1);
      for (int i = 0; i < steps.length - 1; i++) {
        at = at.withObject("/properties/" + steps[i]);
        at.put("type", "object").put("additionalProperties", false);
      }
      at.withObject("/properties").putObject(steps[steps.length - 1]);
    }
    return root;
  }
}
