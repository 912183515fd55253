package io.entrepot.app.bench.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContendersTest {

  @Test
  void allGiveTheSameTwentyFields() throws Exception {
    List<Contender> all =
        List.of(new ByHand(), new Ours(false), new Ours(true), new Jslt(), new JsonataOrders());

    MappingBenchmark.requireSame(all);

    assertThat(fields(all.get(0).result(0))).isEqualTo(17 + 3 * 3);
  }

  @Test
  void oneThatGivesSomethingElseStopsTheRun() {
    Contender lazy =
        new Contender() {
          @Override
          public String name() {
            return "lazy";
          }

          @Override
          public Object translate(int order) {
            return result(order);
          }

          @Override
          public JsonNode result(int order) {
            return JsonNodeFactory.instance.objectNode();
          }
        };

    assertThatThrownBy(() -> MappingBenchmark.requireSame(List.of(new ByHand(), lazy)))
        .hasMessageStartingWith("lazy gives {} where hand-written Java gives {");
  }

  private static int fields(JsonNode node) {
    int count = 0;
    for (JsonNode child : node) {
      count += child.isContainerNode() ? fields(child) : 1;
    }
    return count;
  }
}
