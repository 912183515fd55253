package io.entrepot.connectors.spi.sandbox;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** What the frame says for itself. */
final class Problems {
  private Problems() {}

  static SandboxAnswer of(int status, String message) {
    return SandboxAnswer.json(status, JsonNodeFactory.instance.objectNode().put("detail", message));
  }
}
