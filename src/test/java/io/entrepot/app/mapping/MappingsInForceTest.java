package io.entrepot.app.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappingsInForceTest {
  private static final String NAME = "acme/thing.inbound";
  private static final String SCHEMA =
      """
      {"type": "object", "additionalProperties": false,
       "properties": {"id": {"type": "string"}, "code": {"type": "string"}}}
      """;

  @TempDir private Path folder;

  @Test
  void aMappingIsReplacedAndTheOthersStay() {
    MappingsInForce mappings = StartingMappings.load(new MappingFolder(null), Map.of());
    String before = mappings.find("wms/shipment.outbound").version();

    mappings.put(MappingReader.read(bundle("id: $.a")));
    mappings.put(MappingReader.read(bundle("id: $.b")));

    assertThat(mappings.find(NAME).version()).isEqualTo(bundle("id: $.b").version());
    assertThat(mappings.find("wms/shipment.outbound").version()).isEqualTo(before);
    assertThat(mappings.all()).extracting(Mapping::name).contains(NAME).isSorted();
  }

  @Test
  void theVersionFollowsTheTablesAndTheSchemaToo() {
    String file = file("code: { from: $.c, as: code, table: t }") + "tables: { t: acme/t.yaml }\n";
    DefinitionFiles one = path -> bytes(path.endsWith("json") ? SCHEMA : "a: b");
    DefinitionFiles other = path -> bytes(path.endsWith("json") ? SCHEMA : "a: c");

    Candidate first = MappingReader.read(NAME, bytes(file), one);

    assertThat(first.bundle().files())
        .containsOnlyKeys("_schemas/Thing.json", "acme/t.yaml", NAME + ".yaml");
    assertThat(MappingReader.read(NAME, bytes(file), other).version())
        .isNotEqualTo(first.version());
    assertThat(MappingReader.read(first.bundle()).version()).isEqualTo(first.version());
  }

  @Test
  void whatWasPromotedWinsOverTheFolder() throws IOException {
    write(NAME + ".yaml", file("id: $.by-hand"));
    write("_schemas/Thing.json", SCHEMA);

    MappingsInForce mappings =
        StartingMappings.load(new MappingFolder(folder), Map.of(NAME, bundle("id: $.promoted")));

    assertThat(mappings.find(NAME).version()).isEqualTo(bundle("id: $.promoted").version());
  }

  @Test
  void aPromotedVersionThatThisReleaseCannotUseIsMendedByAFileInTheFolder() throws IOException {
    Map<String, MappingBundle> promoted = Map.of(NAME, bundle("id: { from: $.a, as: gone }"));
    assertThatThrownBy(() -> StartingMappings.load(new MappingFolder(folder), promoted))
        .hasMessageContaining("put a file that it can use in the definitions folder")
        .hasMessageContaining("no function 'gone'");

    write(NAME + ".yaml", file("id: $.mended"));
    write("_schemas/Thing.json", SCHEMA);

    assertThat(StartingMappings.load(new MappingFolder(folder), promoted).find(NAME).version())
        .isEqualTo(bundle("id: $.mended").version());
  }

  @Test
  void noPathLeadsOutOfTheFolder() {
    assertThat(new MappingFolder(folder).find("../secret.yaml")).isNull();
    assertThat(new MappingFolder(folder).find("/etc/hostname")).isNull();
    assertThat(new MappingFolder(folder).findOwn("acme/../../x")).isNull();
  }

  private void write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static MappingBundle bundle(String field) {
    return MappingBundle.of(NAME, bytes(file(field)), Map.of("_schemas/Thing.json", bytes(SCHEMA)));
  }

  private static String file(String field) {
    return "mapping: %s\nto: Thing\nfields: { %s }\nexamples: [ { name: e, in: {}, out: {} } ]\n"
        .formatted(NAME, field);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
