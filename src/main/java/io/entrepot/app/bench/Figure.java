package io.entrepot.app.bench;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of a report. {@code value} is null where the goal belongs to another JDK than the one
 * that runs, and {@code met} is null there and where no goal is set.
 */
@JsonPropertyOrder({"name", "value", "unit", "baseline", "ratio", "goal", "met"})
public record Figure(
    String name,
    @Nullable Double value,
    String unit,
    @Nullable Double baseline,
    @Nullable Double ratio,
    @Nullable String goal,
    @Nullable Boolean met) {

  public static Figure plain(String name, double value, String unit) {
    return new Figure(name, value, unit, null, null, null, null);
  }

  public static Figure against(String name, String unit, Comparison measured) {
    return new Figure(
        name, measured.value(), unit, measured.baseline(), measured.ratio(), null, null);
  }

  /** This figure, once for each goal: judged where the goal is for this JDK, else not run. */
  public List<Figure> judgedBy(Goal... goals) {
    return judgedBy(Runtime.version().feature(), goals);
  }

  List<Figure> judgedBy(int feature, Goal... goals) {
    List<Figure> judged = new ArrayList<>();
    for (Goal goal : goals) {
      judged.add(goal.appliesTo(feature) ? judged(goal) : notRun(goal));
    }
    if (judged.stream().allMatch(figure -> figure.value == null)) {
      judged.add(0, this);
    }
    return judged;
  }

  private Figure judged(Goal goal) {
    Double number = goal.ofRatio() ? ratio : value;
    if (number == null) {
      throw new IllegalStateException(name + " has a goal on a ratio but no baseline");
    }
    return new Figure(name, value, unit, baseline, ratio, goal.text(unit), goal.isMetBy(number));
  }

  private Figure notRun(Goal goal) {
    return new Figure(name, null, unit, null, null, goal.text(unit), null);
  }

  String verdict() {
    if (met != null) {
      return met ? "yes" : "NO";
    }
    return value == null ? "not run" : "";
  }
}
