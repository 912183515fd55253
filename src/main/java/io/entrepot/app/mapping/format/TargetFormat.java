package io.entrepot.app.mapping.format;

import com.fasterxml.jackson.databind.JsonNode;

/** How a document becomes a partner's bytes. */
public interface TargetFormat {
  /**
   * Writes the whole.
   *
   * @throws FormatException if a value does not fit or a character cannot be written
   */
  byte[] write(JsonNode document) throws FormatException;

  /** With its charset, as {@code text/csv; charset=x-windows-949}. */
  String mediaType();

  Encoding encoding();
}
