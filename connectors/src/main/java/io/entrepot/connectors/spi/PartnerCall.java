package io.entrepot.connectors.spi;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.UUID;

/**
 * One call of an operation.
 *
 * @param body the operation's document, as the mapping made it
 * @param idempotencyKey the same for each attempt of the same work, another for other work; at most
 *     300 characters of printable ASCII
 * @param correlationId the order's way; for our journal, not sent to partners
 * @param timeout from the start of the call to the last byte of the answer; positive
 */
public record PartnerCall(
    JsonNode body, String idempotencyKey, UUID correlationId, Duration timeout) {
  public PartnerCall {
    if (idempotencyKey.isBlank() || idempotencyKey.length() > 300) {
      throw new IllegalArgumentException("an idempotency key has 1 to 300 characters");
    }
    if (timeout.isZero() || timeout.isNegative()) {
      throw new IllegalArgumentException("a call needs a positive time-out, not " + timeout);
    }
  }
}
