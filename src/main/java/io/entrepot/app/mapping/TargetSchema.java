package io.entrepot.app.mapping;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import io.entrepot.app.mapping.format.Encoding;
import io.entrepot.app.mapping.format.FormatException;
import io.entrepot.connectors.spi.PartnerJson;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The closed JSON Schema a mapping's result must fit; every object in it names all its fields. */
final class TargetSchema {
  private static final int REF_HOPS_MAX = 10;

  private final String file;
  private final JsonNode root;
  private final JsonSchema schema;

  private TargetSchema(String file, JsonNode root) {
    this.file = file;
    this.root = root;
    SchemaValidatorsConfig config =
        SchemaValidatorsConfig.builder()
            .formatAssertionsEnabled(true)
            .pathType(PathType.JSON_PATH)
            .build();
    this.schema = JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(root, config);
  }

  static TargetSchema read(String file, byte[] bytes) {
    try {
      JsonNode root = PartnerJson.read(Encoding.UTF_8.decode(bytes));
      return new TargetSchema(file, root);
    } catch (JsonProcessingException e) {
      String line = e.getLocation() == null ? "" : "line " + e.getLocation().getLineNr();
      throw new MappingFileException(file, line, "is not JSON: " + e.getOriginalMessage());
    } catch (FormatException e) {
      throw new MappingFileException(file, "", e.getMessage() + "; save it as UTF-8");
    }
  }

  /** A target names all its fields, so that a misspelt one is found; a source may be open. */
  void requireClosed() {
    closed(file, "", root);
  }

  private static void closed(String file, String place, JsonNode node) {
    if (node.has("properties") && !node.path("additionalProperties").equals(BooleanNode.FALSE)) {
      throw new MappingFileException(file, place, "must say \"additionalProperties\": false");
    }
    for (var child : node.properties()) {
      closed(file, place + "/" + child.getKey(), child.getValue());
    }
  }

  /** What the schema says of a field such as {@code lines[].quantity}; null if it has none. */
  @Nullable JsonNode field(String target) {
    JsonNode at = resolve(root);
    for (String step : target.replace("[]", ".[]").split("\\.", -1)) {
      at = step.equals("[]") ? at.get("items") : at.path("properties").get(step);
      if (at == null) {
        return null;
      }
      at = resolve(at);
    }
    return at;
  }

  /** The names of an object's fields; the empty target is the whole document. */
  List<String> names(String target) {
    JsonNode at = target.isEmpty() ? resolve(root) : field(target);
    List<String> names = new ArrayList<>();
    if (at != null) {
      at.path("properties").fieldNames().forEachRemaining(names::add);
    }
    return names;
  }

  private JsonNode resolve(JsonNode node) {
    JsonNode at = node;
    for (int hops = 0; at.has("$ref"); hops++) {
      if (hops > REF_HOPS_MAX) {
        throw new MappingFileException(file, "", "$ref " + at.get("$ref") + " leads to itself");
      }
      String ref = at.get("$ref").asText();
      at = root.at(ref.startsWith("#") ? ref.substring(1) : "");
      if (!ref.startsWith("#/") || at.isMissingNode()) {
        throw new MappingFileException(file, "", "cannot follow $ref " + ref);
      }
    }
    return at;
  }

  List<MappingError> check(JsonNode document) {
    List<MappingError> errors = new ArrayList<>();
    for (ValidationMessage message : schema.validate(document)) {
      errors.add(error(message));
    }
    return errors;
  }

  private static MappingError error(ValidationMessage message) {
    String at = message.getInstanceLocation().toString().replaceFirst("^\\$\\.?", "");
    String text = message.getMessage();
    String reason = text.substring(text.indexOf(": ") + 2);
    return new MappingError(at, "", Run.shown(message.getInstanceNode()), reason);
  }
}
