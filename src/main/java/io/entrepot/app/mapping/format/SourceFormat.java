package io.entrepot.app.mapping.format;

import com.fasterxml.jackson.databind.JsonNode;

/** How a partner's bytes become a document. */
public interface SourceFormat {
  int BYTES_MAX = 16 << 20;

  /**
   * Reads the whole.
   *
   * @throws FormatException if they are too many, in another encoding, or not well-formed
   */
  JsonNode read(byte[] content) throws FormatException;

  /** As declared; a document may say otherwise of itself. */
  Encoding encoding();

  static void requireSize(byte[] content) throws FormatException {
    if (content.length > BYTES_MAX) {
      throw new FormatException(
          "has " + content.length + " bytes; at most " + (BYTES_MAX >> 20) + " MB are read");
    }
  }
}
