package io.entrepot.connectors.spi;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something made when it is first needed and kept then; connectors hold their clients in one. A
 * failure to make it is not kept: the next caller tries again.
 */
public final class OnDemand<T> {
  private final Supplier<T> maker;
  private volatile @Nullable T made;

  public OnDemand(Supplier<T> maker) {
    this.maker = maker;
  }

  public T get() {
    T there = made;
    return there == null ? make() : there;
  }

  private synchronized T make() {
    T there = made;
    if (there == null) {
      there = maker.get();
      made = there;
    }
    return there;
  }
}
