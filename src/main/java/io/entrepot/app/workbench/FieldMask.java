package io.entrepot.app.workbench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.entrepot.app.mapping.MappingError;
import io.entrepot.app.message.Masker;
import java.util.regex.Pattern;

/** Hides personal data in single values and in reasons, by the names of their fields. */
final class FieldMask {
  private static final Pattern QUOTED_NAME = Pattern.compile("\\['([^']*)'\\]");
  private static final Pattern INDEX = Pattern.compile("\\[[^\\]]*\\]");
  private static final Pattern QUOTED = Pattern.compile("'[^']*'");

  private FieldMask() {}

  /** The value as it may be shown. */
  static JsonNode value(String path, JsonNode value) {
    String plain = QUOTED_NAME.matcher(path).replaceAll(".$1");
    String[] steps = INDEX.matcher(plain).replaceAll("").split("\\.", -1);
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    ObjectNode at = root;
    for (int i = 0; i < steps.length - 1; i++) {
      at = at.putObject(steps[i]);
    }
    at.set(steps[steps.length - 1], value);
    JsonNode masked = Masker.mask(root);
    for (String step : steps) {
      masked = masked.path(step);
    }
    return masked;
  }

  /** An error without the values of fields that hold personal data. */
  static MappingError error(MappingError error) {
    boolean personal =
        hidden(error.target(), error.value()) || hidden(error.source(), error.value());
    String reason =
        personal
            ? QUOTED.matcher(error.reason().replace(error.value(), "***")).replaceAll("'***'")
            : Masker.text(error.reason());
    return new MappingError(
        error.target(),
        error.source(),
        personal ? "***" : Masker.text(error.value()),
        reason,
        error.position());
  }

  private static boolean hidden(String path, String value) {
    JsonNode plain = TextNode.valueOf(value);
    return !value.isEmpty() && !path.isEmpty() && !value(path, plain).equals(plain);
  }
}
