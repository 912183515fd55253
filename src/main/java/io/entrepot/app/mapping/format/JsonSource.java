package io.entrepot.app.mapping.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.entrepot.connectors.spi.PartnerJson;

/** Reads JSON as strictly as what partners send is read anywhere. */
public record JsonSource(Encoding encoding) implements SourceFormat {

  @Override
  public JsonNode read(byte[] content) throws FormatException {
    SourceFormat.requireSize(content);
    try {
      return PartnerJson.read(encoding.decode(content));
    } catch (JsonProcessingException e) {
      String line = e.getLocation() == null ? "" : "line " + e.getLocation().getLineNr() + ": ";
      throw new FormatException("is no JSON: " + line + e.getOriginalMessage());
    }
  }
}
