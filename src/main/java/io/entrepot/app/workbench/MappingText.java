package io.entrepot.app.workbench;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.entrepot.app.mapping.MappingBundle;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A mapping with its text.
 *
 * @param state how it is in force; null for a version that was asked for by name
 * @param files its schema and its tables, by path
 */
@JsonNaming(SnakeCaseStrategy.class)
record MappingText(
    String mapping,
    String version,
    @Nullable MappingState state,
    String file,
    Map<String, String> files) {

  static MappingText of(@Nullable MappingState state, MappingBundle bundle) {
    Map<String, String> files = new TreeMap<>();
    bundle.files().forEach((path, bytes) -> files.put(path, text(bytes)));
    files.remove(MappingBundle.path(bundle.name()));
    return new MappingText(bundle.name(), bundle.version(), state, text(bundle.file()), files);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
