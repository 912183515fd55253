package io.entrepot.app.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * A measurement and its baseline, taken in turn. The ratio is the median of the rounds' own ratios:
 * whatever slowed the machine for a while then slowed both sides of that round.
 */
public record Comparison(double value, double baseline, double ratio) {
  /** One timed round; returns its figure. */
  public interface Round {
    double measure() throws Exception;
  }

  /** Runs both sides {@code rounds} times, each going first in every other round. */
  public static Comparison alternating(int rounds, Round measured, Round baseline)
      throws Exception {
    List<Double> values = new ArrayList<>();
    List<Double> baselines = new ArrayList<>();
    for (int i = 0; i < rounds; i++) {
      boolean measuredFirst = i % 2 == 0;
      if (measuredFirst) {
        values.add(measured.measure());
      }
      baselines.add(baseline.measure());
      if (!measuredFirst) {
        values.add(measured.measure());
      }
    }
    return of(values, baselines);
  }

  static Comparison of(List<Double> values, List<Double> baselines) {
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      ratios.add(values.get(i) / baselines.get(i));
    }
    return new Comparison(median(values), median(baselines), median(ratios));
  }

  public static double median(List<Double> numbers) {
    List<Double> sorted = numbers.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
