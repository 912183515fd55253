package io.entrepot.app.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.entrepot.app.mapping.format.SourceFormat;
import io.entrepot.app.mapping.format.TargetFormat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Runs the examples of a mapping: each must give what it says, name no source field that is neither
 * mapped nor ignored, and together they must show every field, choice, rejection and table row.
 */
final class MappingCheck {
  private static final Comparator<JsonNode> BY_VALUE =
      (a, b) ->
          a.isNumber() && b.isNumber()
              ? a.decimalValue().compareTo(b.decimalValue())
              : a.equals(b) ? 0 : 1;

  private final CompiledMapping mapping;

  MappingCheck(CompiledMapping mapping) {
    this.mapping = mapping;
  }

  /** What came of each example, in the file's order. */
  List<ExampleResult> results() {
    List<ExampleResult> results = new ArrayList<>();
    for (Example example : mapping.examples()) {
      results.add(new ExampleResult(example.name(), results.size(), run(example)));
    }
    return List.copyOf(results);
  }

  /** Empty when the example holds; otherwise what differs. */
  List<String> run(Example example) {
    return run(example, new TreeSet<>());
  }

  /** The rules and table rows that no example shows. */
  List<String> notShown() {
    Set<String> touched = new TreeSet<>();
    mapping.examples().forEach(example -> run(example, touched));
    List<String> missing = new ArrayList<>(mapping.needExamples());
    missing.removeAll(touched);
    return missing;
  }

  private List<String> run(Example example, Set<String> touched) {
    List<String> problems = new ArrayList<>();
    try {
      JsonNode in = source(example.in());
      for (String path : mapping.unmapped(in)) {
        problems.add("the source field " + path + " is neither mapped nor ignored");
      }
      JsonNode document = result(mapping.document(in, new Run(touched)));
      if (example.out() == null) {
        problems.add("should be rejected with '" + example.rejects() + "' but gave " + document);
      } else if (!document.equals(BY_VALUE, example.out())) {
        problems.add("gave " + sorted(document) + " instead of " + sorted(example.out()));
      }
    } catch (MappingException e) {
      String reason = e.errors().stream().map(String::valueOf).collect(Collectors.joining("; "));
      if (!reason.equals(example.rejects())) {
        problems.add("was rejected with '" + reason + "'");
      }
    }
    return problems;
  }

  /** An example of bytes is written as their text. */
  private JsonNode source(JsonNode in) {
    SourceFormat format = mapping.formats().source();
    return in.isTextual() && format != null
        ? mapping.read(in.textValue().getBytes(format.encoding().charset()))
        : in;
  }

  private JsonNode result(JsonNode document) {
    TargetFormat target = mapping.formats().target();
    if (target == null) {
      return document;
    }
    String text = new String(mapping.write(document), target.encoding().charset());
    return TextNode.valueOf(text.replace("\r\n", "\n"));
  }

  private static JsonNode sorted(JsonNode node) {
    if (node.isArray()) {
      ArrayNode list = JsonNodeFactory.instance.arrayNode();
      node.forEach(item -> list.add(sorted(item)));
      return list;
    }
    if (!node.isObject()) {
      return node;
    }
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    Set<String> names = new TreeSet<>();
    node.fieldNames().forEachRemaining(names::add);
    names.forEach(name -> object.set(name, sorted(node.get(name))));
    return object;
  }
}
