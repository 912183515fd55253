package io.entrepot.app.workbench;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.entrepot.app.mapping.MappingsInForce;
import io.entrepot.app.message.MessageStore;
import io.entrepot.app.message.OutboundMessage;
import io.entrepot.app.message.StoreNode;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;

/** Mappings, workbench and message store of one node; all nodes of a JVM share one database. */
final class WorkbenchNode implements AutoCloseable {
  private static final String SCHEMA =
      """
      {"type": "object", "additionalProperties": false, "properties": {
        "id": {"type": "string"}, "name": {"type": "string"}, "code": {"type": "string"},
        "email": {"type": "string", "pattern": "^[^@]+@[^@]+$"}}}
      """;

  private final ConfigurableApplicationContext context;

  private WorkbenchNode(ConfigurableApplicationContext context) {
    this.context = context;
  }

  static WorkbenchNode start(Path definitions) {
    return new WorkbenchNode(
        StoreNode.start(
            WebApplicationType.NONE,
            Map.of("entrepot.definitions", definitions.toString()),
            Parts.class));
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  <T> T bean(String name, Class<T> type) {
    return context.getBean(name, type);
  }

  String version(String mapping) {
    return bean(MappingsInForce.class).find(mapping).version();
  }

  Promotion promote(MappingRef file) {
    return bean(Promotions.class).promote(file, null, "test", null);
  }

  /** As if the mapping had made it from that JSON. */
  UUID message(String mapping, String payload) throws Exception {
    ObjectMapper json = new ObjectMapper();
    return bean(MessageStore.class)
        .outbound(
            new OutboundMessage(
                "workbench-test",
                "try",
                UUID.randomUUID().toString(),
                UUID.randomUUID(),
                null,
                json.readTree(payload),
                mapping,
                "000000000000",
                json.readTree("{}")))
        .id();
  }

  /** With one example, of a document {@code {a: one, b: two}}. */
  static MappingRef file(String mapping, String fields, String out) {
    return file(mapping, fields, "a: one, b: two", out);
  }

  static MappingRef file(String mapping, String fields, String in, String out) {
    String file =
        """
        mapping: %s
        to: ./thing
        fields: { %s }
        ignored: [ $.a, $.b ]
        examples:
          - { name: shown, in: { %s }, out: { %s } }
        """
            .formatted(mapping, fields, in, out);
    return file(mapping, file);
  }

  static MappingRef file(String mapping, String file) {
    String schema = mapping.substring(0, mapping.indexOf('/')) + "/thing.json";
    return new MappingRef(file, Map.of(schema, SCHEMA), null, null);
  }

  static MappingRef named(String mapping, @Nullable String version) {
    return new MappingRef(null, null, mapping, version);
  }

  @Override
  public void close() {
    context.close();
  }

  @ComponentScan({"io.entrepot.app.mapping", "io.entrepot.app.workbench"})
  static class Parts {}
}
