package io.entrepot.app.mapping.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads XML as a tree: an element is an object, or a text if it has neither attributes nor
 * children; {@code @name} is an attribute, {@code #text} the text beside them. Without document
 * types there are no entities, and so no file is read and no laugh multiplied.
 *
 * @param root the outermost element's name, whose content is {@code $}
 * @param lists paths of elements that may repeat, as {@code $.lines.line}
 */
public record XmlSource(String root, XmlNames names, Set<String> lists, Encoding encoding)
    implements SourceFormat {
  private static final Pattern DECLARED =
      Pattern.compile("^<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']([A-Za-z0-9._-]{1,40})[\"']");
  private static final int PROLOG_BYTES = 300;

  public XmlSource {
    lists = Set.copyOf(lists);
  }

  @Override
  public JsonNode read(byte[] content) throws FormatException {
    SourceFormat.requireSize(content);
    String text = told(content).decode(content);
    try {
      XMLStreamReader reader = factory().createXMLStreamReader(new StringReader(text));
      try {
        toRoot(reader);
        return new XmlTree(reader, names.prefixByUri(), lists).root(root);
      } finally {
        reader.close();
      }
    } catch (XMLStreamException e) {
      throw new FormatException("is not well-formed XML: " + oneLine(e));
    }
  }

  private static void toRoot(XMLStreamReader reader) throws XMLStreamException, FormatException {
    while (reader.getEventType() != XMLStreamConstants.START_ELEMENT) {
      if (reader.getEventType() == XMLStreamConstants.DTD) {
        throw new FormatException(
            "line %d: has a DOCTYPE, which is never read; send it without"
                .formatted(reader.getLocation().getLineNumber()));
      }
      reader.next();
    }
  }

  private static String oneLine(XMLStreamException e) {
    String text = String.valueOf(e.getMessage()).replaceAll("\\s+", " ");
    text = text.replaceFirst("^ParseError at \\[row,col\\]:\\[(\\d+),(\\d+)\\] Message: ", "");
    return e.getLocation() == null ? text : "line " + e.getLocation().getLineNumber() + ": " + text;
  }

  /** By its mark, then by its first line, then as declared in the mapping. */
  private Encoding told(byte[] content) throws FormatException {
    String name = Encoding.mark(content);
    if (name.isEmpty()) {
      int length = Math.min(PROLOG_BYTES, content.length);
      String prolog = new String(content, 0, length, StandardCharsets.ISO_8859_1);
      Matcher declared = DECLARED.matcher(prolog);
      name = declared.find() ? declared.group(1) : "";
    }
    String said = name;
    return said.isEmpty()
        ? encoding
        : Encoding.named(said)
            .orElseThrow(() -> new FormatException("has the unknown encoding '" + said + "'"));
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("refers to something outside: " + systemId);
        });
    return factory;
  }
}
