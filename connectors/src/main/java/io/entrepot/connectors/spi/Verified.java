package io.entrepot.connectors.spi;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A notice that may be stored.
 *
 * @param body the document for the mapping, without the secret it came with
 * @param idempotencyKey the same for each delivery of the same notice, whatever else differs; at
 *     most 300 characters; known once per partner and document
 */
public record Verified(JsonNode body, String idempotencyKey) {}
