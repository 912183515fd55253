package io.entrepot.app.workbench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.entrepot.app.mapping.Mapping;
import io.entrepot.app.mapping.MappingError;
import io.entrepot.app.mapping.MappingException;
import io.entrepot.app.message.Masker;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a mapping makes of one document.
 *
 * @param document null if it was rejected
 * @param errors why it was
 * @param unmapped source fields that are neither mapped nor ignored
 * @param masked whether personal data are hidden here
 */
@JsonNaming(SnakeCaseStrategy.class)
record PreviewReport(
    String mapping,
    String version,
    boolean accepted,
    @Nullable JsonNode document,
    List<MappingError> errors,
    List<String> unmapped,
    boolean masked) {

  /** Of a document that the caller has: shown as it is. */
  static PreviewReport of(Mapping mapping, JsonNode source) {
    List<String> unmapped = mapping.unmapped(source);
    try {
      JsonNode document = mapping.apply(source).document();
      return new PreviewReport(
          mapping.name(), mapping.version(), true, document, List.of(), unmapped, false);
    } catch (MappingException e) {
      return rejected(mapping, e, unmapped);
    }
  }

  static PreviewReport rejected(Mapping mapping, MappingException why, List<String> unmapped) {
    return new PreviewReport(
        mapping.name(), mapping.version(), false, null, why.errors(), unmapped, false);
  }

  /** Of a message that was stored: with personal data hidden. */
  PreviewReport hidingPersonalData() {
    List<MappingError> hidden = errors.stream().map(FieldMask::error).toList();
    JsonNode shown = document == null ? null : Masker.mask(document);
    return new PreviewReport(mapping, version, accepted, shown, hidden, unmapped, true);
  }

  /** For people. */
  String text() {
    StringBuilder text = new StringBuilder();
    text.append("%s@%s %s%n".formatted(mapping, version, accepted ? "gives" : "rejects it"));
    if (document != null) {
      text.append(document.toPrettyString()).append(System.lineSeparator());
    }
    for (MappingError error : errors) {
      String from = error.source().isEmpty() ? "" : " (" + error.source() + ")";
      text.append("  ").append(error).append(from).append(System.lineSeparator());
    }
    if (!unmapped.isEmpty()) {
      text.append("neither mapped nor ignored: ")
          .append(unmapped.stream().collect(Collectors.joining(", ")));
    }
    return text.toString().stripTrailing();
  }
}
