package io.entrepot.app.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.entrepot.app.node.Node;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a started hub says of itself. */
final class Greeting {
  private final Node node;

  Greeting(Node node) {
    this.node = node;
  }

  String text() {
    StringBuilder text = new StringBuilder("Entrepot is up.\n");
    lines().forEach((name, value) -> text.append("  %-9s %s%n".formatted(name, value)));
    return text.append("Ctrl-C stops it.").toString();
  }

  String json() throws JsonProcessingException {
    return new ObjectMapper().writeValueAsString(lines());
  }

  private Map<String, Object> lines() {
    Map<String, Object> lines = new LinkedHashMap<>();
    lines.put("console", node.url() + "/console");
    lines.putAll(node.addresses());
    lines.put("data", node.data());
    lines.put("pid", ProcessHandle.current().pid());
    return lines;
  }
}
