package io.entrepot.app.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every example of every mapping file, by its name. */
class MappingExamplesTest {
  private static final MappingsInForce MAPPINGS =
      StartingMappings.load(new MappingFolder(null), Map.of());

  @Test
  void theFilesAreFound() {
    assertThat(MAPPINGS.all())
        .extracting(Mapping::name)
        .contains("online-retail/order.inbound", "wms/shipment.outbound");
  }

  @TestFactory
  Stream<DynamicNode> everyExampleHolds() {
    return MAPPINGS.all().stream().map(mapping -> examples(MAPPINGS.find(mapping.name())));
  }

  private static DynamicNode examples(Candidate mapping) {
    Stream<DynamicNode> examples =
        mapping.tryExamples().stream()
            .map(
                example ->
                    dynamicTest(example.name(), () -> assertThat(example.problems()).isEmpty()));
    DynamicNode complete =
        dynamicTest("every rule has an example", () -> assertThat(mapping.notShown()).isEmpty());
    return dynamicContainer(mapping.name(), Stream.concat(examples, Stream.of(complete)));
  }
}
