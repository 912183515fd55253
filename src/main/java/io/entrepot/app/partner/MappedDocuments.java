package io.entrepot.app.partner;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrepot.app.mapping.MappingException;
import io.entrepot.app.mapping.Mappings;
import io.entrepot.app.mapping.UnknownMappingException;
import io.entrepot.connectors.spi.DocumentMapper;
import io.entrepot.connectors.spi.ErrorClass;
import io.entrepot.connectors.spi.PartnerException;
import org.springframework.stereotype.Component;

/** Lends connectors the mapping files. */
@Component
final class MappedDocuments implements DocumentMapper {
  private final Mappings mappings;

  MappedDocuments(Mappings mappings) {
    this.mappings = mappings;
  }

  @Override
  public JsonNode map(String mapping, JsonNode document) throws PartnerException {
    try {
      return mappings.find(mapping).apply(document).document();
    } catch (MappingException | UnknownMappingException e) {
      throw new PartnerException(ErrorClass.OUR_BUG, "MAPPING", String.valueOf(e.getMessage()));
    }
  }
}
