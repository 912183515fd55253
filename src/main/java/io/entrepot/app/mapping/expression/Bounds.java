package io.entrepot.app.mapping.expression;

import com.dashjoin.jsonata.Jsonata.Frame;
import org.jspecify.annotations.Nullable;

/**
 * What one evaluation may cost. Steps are counted first, so that the same document is cut off on
 * every machine alike; the clock is there for steps that are slow.
 */
final class Bounds {
  private static final int STEPS_MAX = 100_000;
  private static final int DEPTH_MAX = 150;
  private static final int STEPS_BETWEEN_LOOKS_AT_THE_CLOCK = 64;
  private static final long NANOS_MAX = 2_000_000_000L;

  private final Weights weights = new Weights();
  private final long started = System.nanoTime();
  private int steps;
  private int depth;

  void watch(Frame frame) {
    frame.setEvaluateEntryCallback((expression, input, environment) -> enter());
    frame.setEvaluateExitCallback((expression, input, environment, result) -> leave(result));
  }

  private void enter() {
    if (++steps > STEPS_MAX) {
      throw new CutOff("takes more than " + STEPS_MAX + " steps; does it loop?");
    }
    if (++depth > DEPTH_MAX) {
      throw new CutOff("calls itself or nests deeper than " + DEPTH_MAX + " levels");
    }
    if (steps % STEPS_BETWEEN_LOOKS_AT_THE_CLOCK == 0 && System.nanoTime() - started > NANOS_MAX) {
      throw new CutOff("takes longer than " + NANOS_MAX / 1_000_000_000L + " s");
    }
  }

  private void leave(@Nullable Object result) {
    depth--;
    weights.check(result);
  }
}
