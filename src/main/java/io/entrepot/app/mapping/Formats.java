package io.entrepot.app.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrepot.app.mapping.format.FormatException;
import io.entrepot.app.mapping.format.SourceFormat;
import io.entrepot.app.mapping.format.TargetFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The bytes at both ends of a mapping.
 *
 * @param source null where documents come in as trees
 * @param target null where documents go out as trees
 */
record Formats(@Nullable SourceFormat source, @Nullable TargetFormat target) {

  JsonNode read(String mapping, byte[] content) {
    if (source == null) {
      throw new IllegalStateException(mapping + " declares no 'source:' to read bytes by");
    }
    try {
      return source.read(content);
    } catch (FormatException e) {
      throw refused(mapping, "the source " + e.getMessage());
    }
  }

  byte[] write(String mapping, JsonNode document) {
    if (target == null) {
      throw new IllegalStateException(mapping + " declares no 'target:' to write bytes by");
    }
    try {
      return target.write(document);
    } catch (FormatException e) {
      throw refused(mapping, e.getMessage());
    }
  }

  private static MappingException refused(String mapping, String reason) {
    return new MappingException(mapping, List.of(new MappingError("", "", "", reason)));
  }
}
