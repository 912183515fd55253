package io.entrepot.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  @Test
  void eachSideGoesFirstInEveryOtherRound() throws Exception {
    List<String> order = new ArrayList<>();

    Comparison.alternating(3, () -> noted(order, "a"), () -> noted(order, "b"));

    assertThat(order).containsExactly("a", "b", "b", "a", "a", "b");
  }

  @Test
  void ratioIsTheMedianOfTheRoundsOwnRatios() {
    Comparison comparison = Comparison.of(List.of(10.0, 40.0, 90.0), List.of(10.0, 10.0, 30.0));

    assertThat(comparison.ratio()).isEqualTo(3.0);
    assertThat(comparison.value()).isEqualTo(40.0);
    assertThat(comparison.baseline()).isEqualTo(10.0);
  }

  @Test
  void medianOfAnEvenCountLiesBetweenTheTwoInTheMiddle() {
    assertThat(Comparison.median(List.of(4.0, 1.0, 3.0, 2.0))).isEqualTo(2.5);
  }

  private static double noted(List<String> order, String side) {
    order.add(side);
    return 1;
  }
}
