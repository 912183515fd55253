package io.entrepot.connectors.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrepot.connectors.spi.ErrorClass;
import io.entrepot.connectors.spi.PartnerException;
import java.util.Map;

/**
 * A partner's own codes, for errors that say {@code {"code", "message"}}. A code that is not listed
 * is of unknown outcome: a partner may add codes without asking us.
 */
public record ErrorTable(Map<String, ErrorClass> classes) {
  private static final int MESSAGE_LENGTH_MAX = 200;

  /** For an answer that is no success; one without a code is classified by its status. */
  public PartnerException of(HttpAnswer answer) {
    JsonNode body = answer.jsonOrMissing();
    String code = body.path("code").asText();
    if (code.isBlank()) {
      return StatusErrors.of(answer);
    }
    return new PartnerException(
        classes.getOrDefault(code, ErrorClass.UNKNOWN_OUTCOME),
        code,
        answer + ", " + code + ": " + shortened(body.path("message").asText()),
        StatusErrors.retryAfter(answer));
  }

  private static String shortened(String message) {
    return message.length() <= MESSAGE_LENGTH_MAX
        ? message
        : message.substring(0, MESSAGE_LENGTH_MAX) + "…";
  }
}
