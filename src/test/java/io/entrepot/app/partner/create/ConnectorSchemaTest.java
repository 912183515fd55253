package io.entrepot.app.partner.create;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.entrepot.connectors.spi.ErrorClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** What editors are told of a declared connector is what the hub reads. */
class ConnectorSchemaTest {
  private static final YAMLMapper YAML = new YAMLMapper();
  private static final Path FOLDER =
      Path.of(System.getProperty("entrepot.root", ".."), "connectors/declared");

  private final JsonNode text = YAML.readTree(FOLDER.resolve("connector.schema.json").toFile());
  private final JsonSchema schema =
      JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(text);

  ConnectorSchemaTest() throws IOException {}

  @Test
  void everyShippedFileAndTheTemplateKeepIt() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".yaml")).toList()) {
        assertThat(schema.validate(YAML.readTree(file.toFile()))).as("%s", file).isEmpty();
      }
    }
    assertThat(schema.validate(template())).isEmpty();
  }

  @Test
  void aMisspeltKeyIsSeen() throws IOException {
    ObjectNode spoilt = template();
    spoilt.set("operation", spoilt.remove("operations"));

    assertThat(schema.validate(spoilt)).isNotEmpty();
  }

  @Test
  void theErrorClassesAreTheHubs() {
    assertThat(
            StreamSupport.stream(text.at("/$defs/class/enum").spliterator(), false)
                .map(JsonNode::asText))
        .containsExactlyInAnyOrder(
            Stream.of(ErrorClass.values()).map(Enum::name).toArray(String[]::new));
  }

  private static ObjectNode template() throws IOException {
    String connector =
        new ClassPathResource("partner/declared/connector.yaml")
            .getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
    return (ObjectNode) YAML.readTree(new NewPartner("acme").fill(connector));
  }
}
