package io.entrepot.app.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.entrepot.app.mapping.MappingFileException;
import io.entrepot.app.problem.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Component;
import org.apache.camel.Exchange;
import org.apache.camel.builder.ExchangeBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PromotionTest {
  private static final AtomicInteger COUNT = new AtomicInteger();

  @TempDir private Path definitions;
  private final String name = "shop" + COUNT.incrementAndGet() + "/thing.inbound";
  private WorkbenchNode node;

  @BeforeEach
  void start() {
    node = WorkbenchNode.start(definitions);
  }

  @AfterEach
  void stop() {
    node.close();
  }

  @Test
  void aPromotedFileIsInForceAtOnceAndStandsInTheDefinitionsFolder() throws Exception {
    MappingRef file = WorkbenchNode.file(name, "id: $.a", "id: one");

    Promotion done = node.bean(Promotions.class).promote(file, null, "kim", "a new partner");

    assertThat(done.changed()).isTrue();
    assertThat(done.previous()).isNull();
    assertThat(node.version(name)).isEqualTo(done.version());
    assertThat(own(name + ".yaml")).hasContent(file.file());
    assertThat(own(name.replace("thing.inbound", "thing.json"))).exists();
    MappingChange change = node.bean(MappingChanges.class).history(name, 10).get(0);
    assertThat(change.who()).isEqualTo("kim");
    assertThat(change.why()).isEqualTo("a new partner");
    assertThat(change.kind()).isEqualTo(MappingChange.Kind.PROMOTED);
    assertThat(node.promote(file).changed()).isFalse();
  }

  @Test
  void aFileWhoseExampleFailsIsRefusedWithItsLineAndTheOldOneStays() {
    String before = node.promote(WorkbenchNode.file(name, "id: $.a", "id: one")).version();

    assertThatThrownBy(() -> node.promote(WorkbenchNode.file(name, "id: $.b", "id: one")))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.code()).isEqualTo("mapping-examples-fail"))
        .hasMessageContaining(name + ".yaml:6: example 'shown' gave {\"id\":\"two\"} instead of");
    assertThatThrownBy(() -> node.promote(WorkbenchNode.file(name, "idd: $.a", "id: one")))
        .isInstanceOf(MappingFileException.class)
        .hasMessageContaining("no field 'idd'");
    assertThat(node.version(name)).isEqualTo(before);
    assertThat(node.bean(MappingChanges.class).history(name, 10)).hasSize(1);
  }

  @Test
  void aFileWithARuleThatNoExampleShowsIsRefused() {
    String table = "code: { from: $.a, as: code, table: t }";
    MappingRef file =
        WorkbenchNode.file(
            name,
            WorkbenchNode.file(name, table, "code: I").file()
                + "tables: { t: { one: I, x: X } }\n");

    assertThatThrownBy(() -> node.promote(file))
        .hasMessageContaining(name + ".yaml:5: no example shows table t row 'x'");
  }

  @Test
  void aTableOutsideTheMappingsFolderIsNoneEvenWhenItComesWithTheFile() {
    MappingRef good =
        WorkbenchNode.file(name, "code: { from: $.a, as: code, table: t }", "code: I");
    String text = good.file() + "tables: { t: ../../evil.yaml }\n";
    Map<String, String> files = new HashMap<>(good.files());
    files.put("../../evil.yaml", "one: I\n");

    assertThatThrownBy(() -> node.promote(new MappingRef(text, files, null, null)))
        .isInstanceOf(MappingFileException.class)
        .hasMessageContaining("there is no table file");
  }

  @Test
  void ofTwoPromotionsAtOnceOneWins() throws Exception {
    String first = node.promote(WorkbenchNode.file(name, "id: $.a", "id: one")).version();
    CyclicBarrier together = new CyclicBarrier(2);
    List<CompletableFuture<Object>> tries = new ArrayList<>();
    for (String field : List.of("name: $.a", "code: $.a")) {
      MappingRef file = WorkbenchNode.file(name, field, field.replace("$.a", "one"));
      tries.add(CompletableFuture.supplyAsync(() -> tried(file, first, together)));
    }

    List<Object> outcomes = tries.stream().map(CompletableFuture::join).toList();

    assertThat(outcomes).filteredOn(Promotion.class::isInstance).hasSize(1);
    assertThat(outcomes).filteredOn(Overtaken.class::isInstance).hasSize(1);
    assertThat(node.bean(MappingChanges.class).history(name, 10)).hasSize(2);
  }

  private Object tried(MappingRef file, String expect, CyclicBarrier together) {
    try {
      together.await();
      return node.bean(Promotions.class).promote(file, expect, "racer", null);
    } catch (Overtaken e) {
      return e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void whoeverExpectsAnotherVersionIsTold() {
    node.promote(WorkbenchNode.file(name, "id: $.a", "id: one"));

    assertThatThrownBy(
            () ->
                node.bean(Promotions.class)
                    .promote(
                        WorkbenchNode.file(name, "id: $.b", "id: two"), "0123456789ab", "x", null))
        .isInstanceOf(Overtaken.class)
        .hasMessageContaining("not 0123456789ab as expected");
  }

  @Test
  void rollbackGoesBackStepByStepWithTheFilesEachVersionHad() {
    String one = node.promote(WorkbenchNode.file(name, "id: $.a", "id: one")).version();
    String two = node.promote(WorkbenchNode.file(name, "name: $.a", "name: one")).version();
    String three = node.promote(WorkbenchNode.file(name, "code: $.a", "code: one")).version();

    assertThat(rollback(null).version()).isEqualTo(two);
    assertThat(rollback(null).version()).isEqualTo(one);
    assertThatThrownBy(() -> rollback(null)).hasMessageContaining("Nothing was in force before");
    assertThat(rollback(three).version()).isEqualTo(three);
    assertThat(node.version(name)).isEqualTo(three);
    assertThatThrownBy(() -> rollback("0123456789ab")).hasMessageContaining("was ever promoted");
  }

  private Promotion rollback(String to) {
    return node.bean(Promotions.class).rollback(name, to, null, "test", null);
  }

  @Test
  void aShippedMappingThatWasReplacedIsThereToGoBackTo() {
    String mapping = "wms/shipment.inbound";
    String shipped = node.version(mapping);
    MappingText text = MappingText.of(null, node.bean(Candidates.class).stored(mapping, shipped));
    node.promote(new MappingRef(text.file() + "# commented\n", text.files(), null, null));
    assertThat(node.version(mapping)).isNotEqualTo(shipped);

    node.bean(Promotions.class).rollback(mapping, null, null, "test", null);

    assertThat(node.version(mapping)).isEqualTo(shipped);
  }

  @Test
  void anotherNodeTakesItWithinSecondsAndARestartedOneHasIt(@TempDir Path others) {
    try (WorkbenchNode second = WorkbenchNode.start(others)) {
      String version = node.promote(WorkbenchNode.file(name, "id: $.a", "id: one")).version();

      await().atMost(Duration.ofSeconds(20)).until(() -> knows(second, version));
    }
    String later = node.promote(WorkbenchNode.file(name, "name: $.a", "name: one")).version();
    try (WorkbenchNode again = WorkbenchNode.start(others)) {
      assertThat(again.version(name)).isEqualTo(later);
    }
    assertThat(others.resolve("mappings").resolve(name + ".yaml")).content().contains("name: $.a");
  }

  private boolean knows(WorkbenchNode other, String version) {
    return other
        .bean(Candidates.class)
        .find(name)
        .map(m -> m.version().equals(version))
        .orElse(false);
  }

  @Test
  void aFileEditedByHandIsReportedAndNeverLost() throws Exception {
    node.promote(WorkbenchNode.file(name, "id: $.a", "id: one"));
    Files.writeString(own(name + ".yaml"), "edited: by hand");
    node.close();
    node = WorkbenchNode.start(definitions);

    assertThat(own(name + ".yaml")).hasContent("edited: by hand");
    assertThat(state().notes()).singleElement().asString().contains("edited by hand");

    node.promote(WorkbenchNode.file(name, "name: $.a", "name: one"));
    assertThat(state().notes()).isEmpty();
    assertThat(own(name + ".yaml.edited-1")).hasContent("edited: by hand");
    assertThat(own(name + ".yaml")).content().contains("name: $.a");
  }

  private MappingState state() {
    return node.bean(MappingStates.class).all().stream()
        .filter(state -> state.mapping().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void everyMessageCarriesTheVersionThatMappedIt() throws Exception {
    JsonNode source = new ObjectMapper().readTree("{\"a\": \"one\", \"b\": \"two\"}");
    MappingRef a = WorkbenchNode.file(name, "id: $.a", "id: one");
    MappingRef b = WorkbenchNode.file(name, "id: $.b", "id: two");
    Map<String, String> valueByVersion =
        Map.of(node.promote(a).version(), "one", node.promote(b).version(), "two");
    CompletableFuture<Void> switching =
        CompletableFuture.runAsync(
            () -> {
              for (int i = 0; i < 10; i++) {
                node.promote(i % 2 == 0 ? a : b);
              }
            });
    int mapped = 0;
    try (DefaultCamelContext camel = new DefaultCamelContext()) {
      camel.addComponent("mapping", node.bean("mapping", Component.class));
      camel.start();
      while (!switching.isDone() || mapped < 100) {
        Exchange exchange = ExchangeBuilder.anExchange(camel).withBody(source).build();
        camel.createProducerTemplate().send("mapping:" + name, exchange);
        mapped++;
        String version = exchange.getProperty("entrepotMappingVersion", String.class);
        assertThat(exchange.getMessage().getBody(JsonNode.class).path("id").asText())
            .isEqualTo(valueByVersion.get(version));
      }
    }
    switching.join();
  }

  private Path own(String path) {
    return definitions.resolve("mappings").resolve(path);
  }
}
