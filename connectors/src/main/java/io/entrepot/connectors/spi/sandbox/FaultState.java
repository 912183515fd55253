package io.entrepot.connectors.spi.sandbox;

import org.jspecify.annotations.Nullable;

/** A fault as its list shows it; rate, seed and count are absent while it is off. */
record FaultState(
    String name,
    String meaning,
    boolean on,
    @Nullable Double rate,
    @Nullable Long seed,
    @Nullable Long count,
    long strikes) {

  static FaultState of(FaultName fault, @Nullable SwitchedFault state) {
    if (state == null) {
      return new FaultState(fault.name(), fault.meaning(), false, null, null, null, 0);
    }
    return new FaultState(
        fault.name(),
        fault.meaning(),
        true,
        state.rate(),
        state.seed(),
        state.count(),
        state.struck());
  }
}
