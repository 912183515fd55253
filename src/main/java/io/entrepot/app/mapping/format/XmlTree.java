package io.entrepot.app.mapping.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Builds the tree of one document, from its root's start tag on. */
final class XmlTree {
  private static final int DEPTH_MAX = 64;

  private final XMLStreamReader reader;
  private final Map<String, String> prefixByUri;
  private final Set<String> lists;
  private int depth;

  XmlTree(XMLStreamReader reader, Map<String, String> prefixByUri, Set<String> lists) {
    this.reader = reader;
    this.prefixByUri = prefixByUri;
    this.lists = lists;
  }

  JsonNode root(String expected) throws XMLStreamException, FormatException {
    String name = XmlNames.named(reader.getName(), prefixByUri);
    if (!name.equals(expected)) {
      throw at("the outermost element is '" + name + "', not '" + expected + "'");
    }
    JsonNode root = element("$");
    while (reader.hasNext()) {
      reader.next();
    }
    if (root.isTextual()) {
      return JsonNodeFactory.instance.objectNode().set("#text", root);
    }
    return root;
  }

  /** From the start tag to the end tag. */
  private JsonNode element(String path) throws XMLStreamException, FormatException {
    if (++depth > DEPTH_MAX) {
      throw at("nests deeper than " + DEPTH_MAX + " elements");
    }
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      String name = XmlNames.named(reader.getAttributeName(i), prefixByUri);
      node.put("@" + name, reader.getAttributeValue(i));
    }
    StringBuilder text = new StringBuilder();
    int event = reader.next();
    while (event != XMLStreamConstants.END_ELEMENT) {
      content(event, path, node, text);
      event = reader.next();
    }
    depth--;
    return finished(node, text.toString().strip());
  }

  private void content(int event, String path, ObjectNode node, StringBuilder text)
      throws XMLStreamException, FormatException {
    switch (event) {
      case XMLStreamConstants.START_ELEMENT -> child(path, node);
      case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
          text.append(reader.getText());
      case XMLStreamConstants.ENTITY_REFERENCE ->
          throw at("uses the entity '" + reader.getLocalName() + "', which nobody declared");
      default -> {} // Comments and processing instructions say nothing to a mapping.
    }
  }

  private void child(String path, ObjectNode node) throws XMLStreamException, FormatException {
    String name = XmlNames.named(reader.getName(), prefixByUri);
    String at = path + "." + name;
    boolean repeats = lists.contains(at);
    if (!repeats && node.has(name)) {
      throw at("'" + name + "' stands twice; go through it with each, or read it with [*]");
    }
    JsonNode value = element(at);
    if (!repeats) {
      node.set(name, value);
    } else if (node.get(name) instanceof ArrayNode list) {
      list.add(value);
    } else {
      node.putArray(name).add(value);
    }
  }

  private static JsonNode finished(ObjectNode node, String text) {
    if (node.isEmpty()) {
      return TextNode.valueOf(text);
    }
    if (!text.isEmpty()) {
      node.put("#text", text);
    }
    return node;
  }

  private FormatException at(String problem) {
    return new FormatException("line " + reader.getLocation().getLineNumber() + ": " + problem);
  }
}
