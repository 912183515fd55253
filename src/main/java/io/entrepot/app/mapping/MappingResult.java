package io.entrepot.app.mapping;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A translated document that fits its schema.
 *
 * @param document the document in the target's form
 * @param mapping name of the mapping that made it
 * @param version version of the mapping that made it
 */
public record MappingResult(JsonNode document, String mapping, String version) {}
