package io.entrepot.connectors.spi.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;

/** An answer of a simulated partner. */
public record SandboxAnswer(
    int status, String contentType, String body, Map<String, String> headers) {

  public static SandboxAnswer json(int status, JsonNode body) {
    return json(status, body.toString());
  }

  /** Of a text that is JSON already, such as an answer given before. */
  public static SandboxAnswer json(int status, String body) {
    return new SandboxAnswer(status, "application/json;charset=UTF-8", body, Map.of());
  }

  public static SandboxAnswer html(int status, String page) {
    return new SandboxAnswer(status, "text/html;charset=UTF-8", page, Map.of());
  }

  public SandboxAnswer with(String header, String value) {
    Map<String, String> more = new HashMap<>(headers);
    more.put(header, value);
    return new SandboxAnswer(status, contentType, body, Map.copyOf(more));
  }
}
