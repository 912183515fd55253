package io.entrepot.app.message;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An inbound message to be worked now.
 *
 * @param attempt 1 for the first
 * @param fence names this claim; a later claim has a higher one
 */
public record ClaimedMessage(
    UUID id,
    String partner,
    String document,
    String idempotencyKey,
    UUID correlationId,
    @Nullable String entityKey,
    int attempt,
    long fence,
    JsonNode payload) {
  ClaimedMessage with(JsonNode content) {
    return new ClaimedMessage(
        id, partner, document, idempotencyKey, correlationId, entityKey, attempt, fence, content);
  }
}
