package io.entrepot.app.message;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is about to be sent to a partner.
 *
 * @param document the partner's operation, as in {@code partner:wms/create-shipment}
 * @param idempotencyKey goes to the partner with every attempt; a second message with the same key
 *     is the first one tried again
 * @param payload JSON before the mapping; null when nothing was mapped
 * @param mapping the mapping's name; null when nothing was mapped
 * @param body JSON as the partner gets it
 */
public record OutboundMessage(
    String partner,
    String document,
    String idempotencyKey,
    UUID correlationId,
    @Nullable String entityKey,
    @Nullable JsonNode payload,
    @Nullable String mapping,
    @Nullable String mappingVersion,
    JsonNode body) {

  /** A message that no mapping made. */
  public OutboundMessage(
      String partner,
      String document,
      String idempotencyKey,
      UUID correlationId,
      @Nullable String entityKey,
      JsonNode body) {
    this(partner, document, idempotencyKey, correlationId, entityKey, null, null, null, body);
  }
}
