package io.entrepot.app.mapping.format;

import java.util.HashMap;
import java.util.Map;
import javax.xml.namespace.QName;

/**
 * Names of elements and attributes by the prefixes that a mapping declares, whatever prefixes a
 * document uses for the same namespaces.
 *
 * @param uriByPrefix the empty prefix is the default namespace
 */
public record XmlNames(Map<String, String> uriByPrefix) {
  private static final Map<String, String> ALWAYS =
      Map.of(
          "http://www.w3.org/2001/XMLSchema-instance", "xsi",
          "http://www.w3.org/XML/1998/namespace", "xml");

  public XmlNames {
    uriByPrefix = Map.copyOf(uriByPrefix);
  }

  Map<String, String> prefixByUri() {
    Map<String, String> prefixes = new HashMap<>(ALWAYS);
    uriByPrefix.forEach((prefix, uri) -> prefixes.put(uri, prefix));
    return prefixes;
  }

  static String named(QName name, Map<String, String> prefixByUri) throws FormatException {
    if (name.getNamespaceURI().isEmpty()) {
      return name.getLocalPart();
    }
    String prefix = prefixByUri.get(name.getNamespaceURI());
    if (prefix == null) {
      throw new FormatException(
          name + " is of a namespace that is not declared under 'namespaces:'");
    }
    return prefix.isEmpty() ? name.getLocalPart() : prefix + ":" + name.getLocalPart();
  }
}
