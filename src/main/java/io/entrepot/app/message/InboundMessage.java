package io.entrepot.app.message;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a partner sent.
 *
 * @param idempotencyKey the partner's own name for this notice: a second one of the same partner
 *     and document is the same message
 * @param correlationId null while nobody knows which order it is about
 * @param payload JSON; a form or a query is an object of its fields
 */
public record InboundMessage(
    String partner,
    String document,
    String idempotencyKey,
    JsonNode payload,
    @Nullable UUID correlationId,
    @Nullable String entityKey) {

  private static final int KEY_LENGTH_MAX = 300;

  public InboundMessage {
    if (idempotencyKey.isBlank()
        || idempotencyKey.length() > KEY_LENGTH_MAX
        || idempotencyKey.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          "an idempotency key is 1 to "
              + KEY_LENGTH_MAX
              + " characters without control characters");
    }
  }

  public InboundMessage(String partner, String document, String idempotencyKey, JsonNode payload) {
    this(partner, document, idempotencyKey, payload, null, null);
  }
}
