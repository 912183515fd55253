package io.entrepot.connectors.spi;

import com.fasterxml.jackson.databind.JsonNode;

/** Applies a mapping file; the application has them, connectors only name them. */
@FunctionalInterface
public interface DocumentMapper {
  /**
   * The document in the mapping's target shape.
   *
   * @param mapping as in {@code akeneo/product.inbound}; the version in force at this moment
   * @throws PartnerException OUR_BUG if there is no such mapping or it refuses the document; the
   *     message names fields and rules
   */
  JsonNode map(String mapping, JsonNode document) throws PartnerException;
}
