package io.entrepot.connectors.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.entrepot.connectors.spi.ErrorClass;
import io.entrepot.connectors.spi.PartnerAnswer;
import io.entrepot.connectors.spi.PartnerException;
import io.entrepot.connectors.spi.PartnerJson;
import java.net.http.HttpHeaders;
import java.time.Duration;

/**
 * A partner's answer, whatever its status.
 *
 * @param call for messages
 * @param text the body as UTF-8
 */
public record HttpAnswer(
    HttpCall call, int status, HttpHeaders headers, String text, Duration latency) {

  public boolean ok() {
    return status >= 200 && status < 300;
  }

  /**
   * The body of an answer that must be JSON; an empty body is an empty object.
   *
   * @throws PartnerException BAD_ANSWER for anything else
   */
  public JsonNode json() throws PartnerException {
    if (text.isBlank()) {
      return JsonNodeFactory.instance.objectNode();
    }
    JsonNode node = jsonOrMissing();
    if (node.isMissingNode()) {
      String kind = text.stripLeading().startsWith("<") ? "HTML" : "no JSON";
      throw new PartnerException(
          ErrorClass.BAD_ANSWER,
          "BAD_ANSWER",
          "%s: status %d with %s where JSON was due".formatted(call, status, kind));
    }
    return node;
  }

  /** The body if it is JSON, else missing; for answers of errors. */
  public JsonNode jsonOrMissing() {
    try {
      JsonNode node = PartnerJson.read(text);
      return node == null ? MissingNode.getInstance() : node;
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }

  /**
   * The answer of a call that worked.
   *
   * @throws PartnerException classified by the status, or BAD_ANSWER if it is no JSON
   */
  public PartnerAnswer orThrow() throws PartnerException {
    if (!ok()) {
      throw StatusErrors.of(this);
    }
    return new PartnerAnswer(json(), status, latency);
  }

  /** Without headers and body: they may hold secrets or personal data. */
  @Override
  public String toString() {
    return call + ": status " + status;
  }
}
