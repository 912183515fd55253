package io.entrepot.app.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class GoalTest {
  @Test
  void ratioGoalLooksAtTheRatioNotAtTheValue() {
    Figure figure = Figure.against("rows", "rows/s", new Comparison(30, 100, 0.3));

    assertThat(figure.judgedBy(Goal.ratioAtLeast(0.3)))
        .extracting(Figure::met)
        .containsExactly(true);
    assertThat(figure.judgedBy(Goal.ratioAtLeast(0.31)))
        .extracting(Figure::met)
        .containsExactly(false);
  }

  @Test
  void onAThirdJdkTheValueIsShownAndNoGoalIsJudged() {
    List<Figure> judged =
        Figure.plain("start", 4, "s")
            .judgedBy(21, Goal.atMost(8).onJdk(17), Goal.atMost(5).onJdk(25));

    assertThat(judged).extracting(Figure::value).containsExactly(4.0, null, null);
    assertThat(judged).extracting(Figure::met).containsOnlyNulls();
  }

  @Test
  void ratioGoalWithoutABaselineIsAMistakeOfTheBenchmark() {
    assertThatThrownBy(() -> Figure.plain("rows", 1, "rows/s").judgedBy(Goal.ratioAtLeast(1)))
        .hasMessageContaining("no baseline");
  }

  @Test
  void exactGoalIsMissedByOne() {
    assertThat(Goal.exactly(0).isMetBy(0)).isTrue();
    assertThat(Goal.exactly(0).isMetBy(1)).isFalse();
  }
}
