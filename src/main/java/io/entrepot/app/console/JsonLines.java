package io.entrepot.app.console;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * JSON as lines of coloured pieces.
 *
 * @param lines at most {@value #LINES_MAX}
 * @param left how many lines more there are
 */
record JsonLines(List<List<Piece>> lines, int left) {
  static final int LINES_MAX = 400;

  /**
   * A piece of a line.
   *
   * @param kind class in the style sheet: k key, s text, d number, mask, or nothing
   */
  record Piece(String kind, String text) {}

  static JsonLines of(JsonNode json) {
    var printer = new Printer();
    printer.value(json, "", "");
    var all = printer.lines;
    var shown = all.subList(0, Math.min(all.size(), LINES_MAX));
    return new JsonLines(List.copyOf(shown), all.size() - shown.size());
  }

  private static final class Printer {
    private static final int TEXT_LENGTH_MAX = 2_000;
    private static final String MASK = "***";

    private final List<List<Piece>> lines = new ArrayList<>(List.of(new ArrayList<>()));

    private void value(JsonNode node, String indent, String end) {
      if (node.isContainerNode() && !node.isEmpty()) {
        container(node, indent, end);
      } else {
        write(kind(node), cut(node.toString()));
        write("", end);
      }
    }

    private void container(JsonNode node, String indent, String end) {
      var deeper = indent + "  ";
      write("", node.isObject() ? "{" : "[");
      int left = node.size();
      var names = node.fieldNames();
      for (var child : node) {
        lines.add(new ArrayList<>());
        write("", deeper);
        if (node.isObject()) {
          write("k", "\"" + names.next() + "\"");
          write("", ": ");
        }
        value(child, deeper, --left > 0 ? "," : "");
      }
      lines.add(new ArrayList<>());
      write("", indent + (node.isObject() ? "}" : "]") + end);
    }

    private void write(String kind, String text) {
      lines.get(lines.size() - 1).add(new Piece(kind, text));
    }

    private static String kind(JsonNode node) {
      if (node.isTextual()) {
        return node.textValue().contains(MASK) ? "mask" : "s";
      }
      return node.isContainerNode() ? "" : "d";
    }

    private static String cut(String text) {
      return text.length() <= TEXT_LENGTH_MAX ? text : text.substring(0, TEXT_LENGTH_MAX) + "…";
    }
  }
}
