package io.entrepot.connectors.akeneo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entrepot.connectors.spi.sandbox.SandboxAnswer;
import io.entrepot.connectors.spi.sandbox.rest.RestVoice;

/** Akeneo's errors repeat the status as a number: {@code {"code": 422, "message": "…"}}. */
final class SimulatedAkeneoVoice implements RestVoice {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public SandboxAnswer yes(int status, JsonNode body) {
    return SandboxAnswer.json(status, status == 204 ? "" : body.toString());
  }

  @Override
  public SandboxAnswer no(int status, String code, String message) {
    return switch (status) {
      case 401 -> said(status, "The access token provided is invalid.");
      case 404 -> said(status, "Not found");
      default -> said(status, message);
    };
  }

  static SandboxAnswer said(int status, String message) {
    return SandboxAnswer.json(
        status, JSON.createObjectNode().put("code", status).put("message", message));
  }

  /** Of a text of this simulation's own. */
  static ObjectNode object(String text) {
    try {
      return (ObjectNode) JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the simulation wrote no JSON", e);
    }
  }
}
