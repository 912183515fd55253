package io.entrepot.app.mapping;

import com.fasterxml.jackson.databind.JsonNode;

/** One compiled mapping file. Immutable, and safe to use from any thread. */
public interface Mapping {

  /** The file's path without its ending, as {@code wms/shipment.outbound}. */
  String name();

  /** The first twelve hex digits of the SHA-256 of the file: what stands in the journal. */
  String version();

  /**
   * Translates one document.
   *
   * @throws MappingException if a value cannot be translated or the result does not fit its schema;
   *     trying again with the same document fails again
   */
  MappingResult apply(JsonNode source) throws MappingException;
}
