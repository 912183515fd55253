package io.entrepot.app.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrepot.connectors.spi.PartnerJson;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** A mapping {@code acme/thing.inbound} with the files it needs, in memory. */
final class TestMapping {
  static final String NAME = "acme/thing.inbound";
  private static final String HEAD = "mapping: acme/thing.inbound\nto: Thing\n";
  private static final String EXAMPLE = "\nexamples: [ { name: one, in: {}, rejects: x } ]\n";

  private final Map<String, byte[]> files = new TreeMap<>();

  TestMapping(String schema) {
    with("_schemas/Thing.json", schema);
  }

  /** A closed schema of texts, numbers or lists: {@code id, qty:integer, lines[qty:integer]}. */
  static TestMapping to(String fields) {
    return new TestMapping(object(fields));
  }

  private static String object(String fields) {
    StringBuilder properties = new StringBuilder();
    for (String field : fields.split(",(?![^\\[]*\\])")) {
      String name = field.strip();
      properties.append(properties.isEmpty() ? "" : ",").append(property(name));
    }
    return "{\"type\":\"object\",\"additionalProperties\":false,\"properties\":{%s}}"
        .formatted(properties);
  }

  private static String property(String field) {
    int list = field.indexOf('[');
    if (list > 0) {
      String items = object(field.substring(list + 1, field.length() - 1));
      return "\"%s\":{\"type\":\"array\",\"items\":%s}".formatted(field.substring(0, list), items);
    }
    String[] parts = field.split(":");
    String type = parts.length > 1 ? "{\"type\":\"" + parts[1] + "\"}" : "{}";
    return "\"" + parts[0] + "\":" + type;
  }

  TestMapping with(String path, String content) {
    return with(path, content.getBytes(StandardCharsets.UTF_8));
  }

  TestMapping with(String path, byte[] content) {
    files.put(path, content);
    return this;
  }

  /** The body without its name, target and examples. */
  CompiledMapping compile(String body) {
    return compileFile(HEAD + body + (body.contains("examples:") ? "" : EXAMPLE));
  }

  CompiledMapping compileFile(String file) {
    return compileFile(file.getBytes(StandardCharsets.UTF_8));
  }

  CompiledMapping compileFile(byte[] file) {
    return new MappingCompiler(files::get).compile(NAME, file);
  }

  /** With ' for ". */
  static JsonNode json(String text) {
    try {
      return PartnerJson.read(text.replace('\'', '"'));
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  /** One field's value, or why there is none. */
  static String value(String rule, String source) {
    Mapping mapping = to("v").compile("fields: { v: " + rule + " }");
    try {
      JsonNode value = mapping.apply(json(source)).document().path("v");
      return value.isMissingNode() ? "absent" : value.isTextual() ? value.asText() : "" + value;
    } catch (MappingException e) {
      return e.errors().get(0).toString();
    }
  }
}
