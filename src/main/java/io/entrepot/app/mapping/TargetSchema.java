package io.entrepot.app.mapping;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The closed JSON Schema a mapping's result must fit; every object in it names all its fields. */
final class TargetSchema {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String file;
  private final JsonNode root;
  private final JsonSchema schema;

  private TargetSchema(String file, JsonNode root) {
    this.file = file;
    this.root = root;
    SchemaValidatorsConfig config =
        SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
    this.schema = JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(root, config);
  }

  static TargetSchema read(String file, byte[] bytes) {
    try {
      JsonNode root = JSON.readTree(new String(bytes, StandardCharsets.UTF_8));
      closed(file, "", root);
      return new TargetSchema(file, root);
    } catch (JsonProcessingException e) {
      throw new MappingFileException(file, "is not JSON: " + e.getOriginalMessage(), e);
    }
  }

  private static void closed(String file, String place, JsonNode node) {
    if (node.has("properties")
        && !node.path("additionalProperties").equals(JSON.getNodeFactory().booleanNode(false))) {
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
    for (int hops = 0; at.has("$ref") && hops < 10; hops++) {
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
