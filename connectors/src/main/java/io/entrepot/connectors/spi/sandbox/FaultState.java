package io.entrepot.connectors.spi.sandbox;

import org.jspecify.annotations.Nullable;

/** A fault as its list shows it; rate, seed, count and millis are null while it is off. */
record FaultState(
    String name,
    String meaning,
    boolean on,
    @Nullable Double rate,
    @Nullable Long seed,
    @Nullable Long count,
    @Nullable Long millis,
    long chances,
    long strikes) {

  static FaultState of(FaultName fault, @Nullable SwitchedFault state) {
    if (state == null) {
      return new FaultState(fault.name(), fault.meaning(), false, null, null, null, null, 0, 0);
    }
    FaultOrder order = state.order();
    return new FaultState(
        fault.name(),
        fault.meaning(),
        true,
        order.rate(),
        order.seed(),
        order.count() == Long.MAX_VALUE ? null : order.count(),
        order.millis(),
        state.chances(),
        state.struck());
  }
}
