package io.entrepot.app.message;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What came of one try at an inbound message.
 *
 * @param correlationId as far as the route found out
 * @param body after the mapping, JSON
 * @param errorClass null if it went well
 */
public record Outcome(
    Instant at,
    Duration latency,
    UUID correlationId,
    @Nullable String entityKey,
    @Nullable String mapping,
    @Nullable String mappingVersion,
    @Nullable JsonNode body,
    @Nullable String errorClass,
    @Nullable String errorText) {

  /** Failed before any route saw it. */
  static Outcome failed(ClaimedMessage message, Instant at, String errorClass, Exception why) {
    return new Outcome(
        at,
        Duration.ZERO,
        message.correlationId(),
        message.entityKey(),
        null,
        null,
        null,
        errorClass,
        why.getMessage());
  }
}
