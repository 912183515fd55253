package io.entrepot.app.mapping.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes a tree as XML: {@code @name} is an attribute, {@code #text} the element's own text, a list
 * the same element again and again; fields stand in the order of the mapping.
 */
public record XmlTarget(String root, XmlNames names, Encoding encoding) implements TargetFormat {

  @Override
  public String mediaType() {
    return "application/xml; charset=" + encoding.charset().name();
  }

  @Override
  public byte[] write(JsonNode document) throws FormatException {
    StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"");
    out.append(encoding.charset().name()).append("\"?>\n");
    StringBuilder spaces = new StringBuilder();
    for (Map.Entry<String, String> entry : new TreeMap<>(names.uriByPrefix()).entrySet()) {
      spaces.append(entry.getKey().isEmpty() ? " xmlns" : " xmlns:" + entry.getKey());
      attribute(spaces, entry.getValue());
    }
    element(out, root, spaces.toString(), document);
    return encoding.encode(out.append('\n').toString());
  }

  private static void element(StringBuilder out, String name, String more, JsonNode value)
      throws FormatException {
    out.append('<').append(name).append(more);
    for (Map.Entry<String, JsonNode> field : value.properties()) {
      if (field.getKey().startsWith("@")) {
        out.append(' ').append(field.getKey(), 1, field.getKey().length());
        attribute(out, text(name, field.getValue()));
      }
    }
    int tag = out.append('>').length();
    content(out, name, value);
    if (out.length() == tag) {
      out.insert(tag - 1, '/');
    } else {
      out.append("</").append(name).append('>');
    }
  }

  private static void content(StringBuilder out, String name, JsonNode value)
      throws FormatException {
    if (!value.isObject()) {
      escaped(out, text(name, value));
      return;
    }
    for (Map.Entry<String, JsonNode> field : value.properties()) {
      if (field.getKey().equals("#text")) {
        escaped(out, text(name, field.getValue()));
      } else if (field.getValue().isArray()) {
        for (JsonNode item : field.getValue()) {
          element(out, field.getKey(), "", item);
        }
      } else if (!field.getKey().startsWith("@")) {
        element(out, field.getKey(), "", field.getValue());
      }
    }
  }

  private static String text(String name, JsonNode value) throws FormatException {
    if (value.isContainerNode()) {
      throw new FormatException("'" + name + "' has a list or object where XML has one text");
    }
    return ValueText.of("'" + name + "'", value);
  }

  private static void attribute(StringBuilder out, String value) throws FormatException {
    out.append("=\"");
    escaped(out, value);
    out.append('"');
  }

  private static void escaped(StringBuilder out, String text) throws FormatException {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '&' -> out.append("&amp;");
        case '"' -> out.append("&quot;");
        case '\r', '\n', '\t' -> out.append("&#").append((int) c).append(';');
        default -> out.append(allowed(c));
      }
    }
  }

  private static char allowed(char c) throws FormatException {
    if (c < ' ' || c == '\uFFFE' || c == '\uFFFF') {
      throw new FormatException("U+%04X cannot stand in XML".formatted((int) c));
    }
    return c;
  }
}
