package io.entrepot.connectors.spi.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request to a simulated partner.
 *
 * @param path below the partner's own, with a slash in front: {@code /v1/payments/confirm}
 * @param query decoded; of a repeated name the first value
 * @param headers by lower-case name, the first value of each
 * @param body read as UTF-8
 */
public record SandboxRequest(
    String method,
    String path,
    Map<String, String> query,
    Map<String, String> headers,
    String body) {
  private static final ObjectMapper JSON = new ObjectMapper();

  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }

  /** A parameter of the query, or of a form in the body. */
  public Optional<String> parameter(String name) {
    String value = query.get(name);
    return Optional.ofNullable(value == null ? form().get(name) : value);
  }

  /** The fields of a form in the body; empty if it is none. */
  public Map<String, String> form() {
    return header("Content-Type").orElse("").startsWith("application/x-www-form-urlencoded")
        ? SandboxWire.form(body)
        : Map.of();
  }

  /** Missing if the body is not JSON. */
  public JsonNode json() {
    try {
      JsonNode node = JSON.readTree(body);
      return node == null ? MissingNode.getInstance() : node;
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }
}
