package io.entrepot.connectors.spi.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
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
}
