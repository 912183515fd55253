package io.entrepot.app.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/** One compiled mapping file. Immutable, and safe to use from any thread. */
public interface Mapping {

  /** The file's path without its ending, as {@code wms/shipment.outbound}. */
  String name();

  /** The first twelve hex digits of the SHA-256 of the file: what stands in the journal. */
  String version();

  /** How CSV files become its documents; empty when its source is not CSV. */
  Optional<CsvSource> csv();

  /** Whether it declares how bytes become its documents. */
  boolean readsBytes();

  /**
   * The document in a partner's file or body, by the declared {@code source:}.
   *
   * @throws MappingException if the bytes are not what was declared
   * @throws IllegalStateException if nothing is declared
   */
  JsonNode read(byte[] content) throws MappingException;

  /** The type of what {@link #write} gives; empty where documents go out as trees. */
  Optional<String> mediaType();

  /**
   * A translated document as a partner wants its bytes, by the declared {@code target:}.
   *
   * @throws MappingException if a value does not fit, or a character is not in the encoding
   * @throws IllegalStateException if nothing is declared
   */
  byte[] write(JsonNode document) throws MappingException;

  /**
   * Translates without judging either end by its schema.
   *
   * @throws MappingException if a value cannot be translated
   */
  JsonNode translate(JsonNode source) throws MappingException;

  /**
   * Translates one document.
   *
   * @throws MappingException if a value cannot be translated or the result does not fit its schema;
   *     trying again with the same document fails again
   */
  MappingResult apply(JsonNode source) throws MappingException;

  /**
   * What the rules find wrong with a document, without judging the result by its schema. A row of a
   * file is good when it passes this as a document of its own.
   */
  List<MappingError> check(JsonNode source);

  /** Fields of the document that are neither mapped nor ignored, as {@code $.items[].gift}. */
  List<String> unmapped(JsonNode source);
}
