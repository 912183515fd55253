package io.entrepot.app.bench.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class MeasuresTest {
  @Test
  void aBurstTellsRatesQuantilesAndCpuPerCall() {
    long[] nanos = LongStream.rangeClosed(1, 1000).map(i -> (1001 - i) * 1_000_000).toArray();

    Burst burst = Burst.of(nanos, 4, 0.5, 0.25);

    assertThat(burst.perSecond()).isEqualTo(250);
    assertThat(burst.millis(0.5)).isEqualTo(501);
    assertThat(burst.millis(0.99)).isEqualTo(991);
    assertThat(burst.millis(1)).isEqualTo(1000);
    assertThat(burst.javaMicros()).isEqualTo(500);
    assertThat(burst.postgresMicros()).isEqualTo(250);
  }

  @Test
  void aCrowdPicksDifferentSkusAndTheFamousOnesMostOften() {
    List<String> skus = IntStream.range(0, 1000).mapToObj(i -> "S" + i).toList();
    Zipf zipf = new Zipf(skus);
    Random random = new Random(4);
    Map<String, Integer> picked = new HashMap<>();

    for (int i = 0; i < 5_000; i++) {
      List<String> order = zipf.pick(3, random);
      assertThat(order).doesNotHaveDuplicates().hasSize(3);
      order.forEach(sku -> picked.merge(sku, 1, Integer::sum));
    }

    assertThat(picked.get("S0")).isGreaterThan(picked.get("S9") * 3);
    assertThat(picked).containsKey("S900");
  }
}
