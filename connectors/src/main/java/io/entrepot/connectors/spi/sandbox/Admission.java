package io.entrepot.connectors.spi.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** The door of a simulated partner at work. */
@FunctionalInterface
public interface Admission {
  /** Whether this request may go on; one that brings a credential which a fault voids may not. */
  boolean admits(SandboxRequest request);

  /** The answer to a request for a token; empty for any other. */
  default Optional<SandboxAnswer> token(SandboxRequest request) {
    return Optional.empty();
  }

  /** Takes up an entry of the books, if it is one of its own. */
  default void apply(JsonNode entry) {}
}
