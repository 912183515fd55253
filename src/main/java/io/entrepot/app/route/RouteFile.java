package io.entrepot.app.route;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.Set;
import java.util.TreeSet;

/**
 * A file of {@code routes/}.
 *
 * @param path below {@code routes/}, as in {@code wms/shipment.outbound.camel.yaml}
 */
record RouteFile(String path, String text) {
  static final String ENDING = ".camel.yaml";
  private static final ObjectMapper YAML = new YAMLMapper();

  /** What the route must be called: the path without its ending. */
  String id() {
    return path.substring(0, path.length() - ENDING.length());
  }

  boolean shared() {
    return path.startsWith("_shared/");
  }

  /** Every partner without whom the route is of no use: that of the folder and those it calls. */
  Set<String> partners() {
    Set<String> partners = new TreeSet<>();
    partners.add(path.substring(0, Math.max(0, path.indexOf('/'))));
    for (String uri : tree().findValuesAsText("uri")) {
      if (uri.startsWith("partner:")) {
        partners.add(uri.substring("partner:".length()).split("/", 2)[0]);
      }
    }
    return partners;
  }

  /** A missing node if it is no YAML. */
  JsonNode tree() {
    try {
      return YAML.readTree(text);
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }
}
