package io.entrepot.connectors.spi.sandbox.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entrepot.connectors.spi.sandbox.SandboxAnswer;

/** How a partner says yes and no. */
public interface RestVoice {
  /** An answer to what worked; a list comes with its pages around it already. */
  SandboxAnswer yes(int status, JsonNode body);

  /**
   * An answer to what did not.
   *
   * @param status what HTTP would say
   * @param code stable, such as {@code NOT_FOUND}
   */
  SandboxAnswer no(int status, String code, String message);

  /** The document alone; errors as {@code {"code", "message"}} with their status. */
  static RestVoice plain() {
    return saying("code", "message");
  }

  /** The document alone; errors with their status, code and message in those fields. */
  static RestVoice saying(String codeField, String messageField) {
    return new Plain(codeField, messageField);
  }

  /**
   * Status 200 for everything: {@code {result: yes, data: …}} or {@code {result: no, code,
   * message}}. Only 429 keeps its status: it is said in front of the partner.
   *
   * @param field tells yes from no
   * @param yes its text for what worked
   * @param no its text for what did not
   * @param data where a document goes; a list's fields go beside it
   */
  static RestVoice always200(String field, String yes, String no, String data) {
    return new Always200(field, yes, no, data);
  }

  /** Uses the status, as HTTP means it. */
  record Plain(String codeField, String messageField) implements RestVoice {
    @Override
    public SandboxAnswer yes(int status, JsonNode body) {
      return SandboxAnswer.json(status, status == 204 ? "" : body.toString());
    }

    @Override
    public SandboxAnswer no(int status, String code, String message) {
      return SandboxAnswer.json(
          status,
          JsonNodeFactory.instance.objectNode().put(codeField, code).put(messageField, message));
    }
  }

  /** Says everything with status 200. */
  record Always200(String field, String yes, String no, String data) implements RestVoice {
    @Override
    public SandboxAnswer yes(int status, JsonNode body) {
      ObjectNode answer = JsonNodeFactory.instance.objectNode().put(field, yes);
      if (body instanceof ObjectNode fields && fields.has(data)) {
        answer.setAll(fields);
      } else {
        answer.set(data, body);
      }
      return SandboxAnswer.json(200, answer);
    }

    @Override
    public SandboxAnswer no(int status, String code, String message) {
      return SandboxAnswer.json(
          status == 429 ? status : 200,
          JsonNodeFactory.instance
              .objectNode()
              .put(field, no)
              .put("code", code)
              .put("message", message));
    }
  }
}
