package io.entrepot.app.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every example of every mapping file, by its name. */
class MappingExamplesTest {
  private static final FileMappings MAPPINGS = FileMappings.load(new MappingFolder(null));

  @Test
  void theFilesAreFound() {
    assertThat(MAPPINGS.compiled())
        .extracting(CompiledMapping::name)
        .contains("online-retail/order.inbound", "wms/shipment.outbound");
  }

  @TestFactory
  Stream<DynamicNode> everyExampleHolds() {
    return MAPPINGS.compiled().stream().map(MappingExamplesTest::examples);
  }

  private static DynamicNode examples(CompiledMapping mapping) {
    MappingCheck check = new MappingCheck(mapping);
    Stream<DynamicNode> examples =
        mapping.examples().stream()
            .map(
                example ->
                    dynamicTest(example.name(), () -> assertThat(check.run(example)).isEmpty()));
    DynamicNode complete =
        dynamicTest("every rule has an example", () -> assertThat(check.notShown()).isEmpty());
    return dynamicContainer(mapping.name(), Stream.concat(examples, Stream.of(complete)));
  }
}
