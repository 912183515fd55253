package io.entrepot.app.bench;

import org.jspecify.annotations.Nullable;

/**
 * A bound that a figure must keep.
 *
 * @param limit in the figure's unit, or times the baseline where {@code ofRatio}
 * @param jdk the feature version of the JDK for which the goal was set; null: for each
 */
public record Goal(Bound bound, double limit, boolean ofRatio, @Nullable Integer jdk) {
  enum Bound {
    AT_MOST("≤"),
    AT_LEAST("≥"),
    EXACTLY("=");

    final String sign;

    Bound(String sign) {
      this.sign = sign;
    }
  }

  public static Goal atMost(double limit) {
    return new Goal(Bound.AT_MOST, limit, false, null);
  }

  public static Goal atLeast(double limit) {
    return new Goal(Bound.AT_LEAST, limit, false, null);
  }

  public static Goal exactly(double limit) {
    return new Goal(Bound.EXACTLY, limit, false, null);
  }

  public static Goal ratioAtLeast(double limit) {
    return new Goal(Bound.AT_LEAST, limit, true, null);
  }

  public Goal onJdk(int feature) {
    return new Goal(bound, limit, ofRatio, feature);
  }

  boolean appliesTo(int feature) {
    return jdk == null || jdk == feature;
  }

  boolean isMetBy(double number) {
    return switch (bound) {
      case AT_MOST -> number <= limit;
      case AT_LEAST -> number >= limit;
      case EXACTLY -> Double.compare(number, limit) == 0;
    };
  }

  String text(String unit) {
    String words = bound.sign + " " + Numbers.plain(limit) + " " + (ofRatio ? "× baseline" : unit);
    return jdk == null ? words : words + " on JDK " + jdk;
  }
}
