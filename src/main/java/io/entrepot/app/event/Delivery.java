package io.entrepot.app.event;

import io.entrepot.app.failure.Failure;
import java.util.Optional;
import java.util.function.Consumer;

/** Hands an event to its route, and waits until the route is through with it. */
interface Delivery {
  /**
   * Empty when delivered.
   *
   * @param attempt 1 for the first
   */
  Optional<FailedTry> deliver(RecordedEvent event, int attempt);

  /**
   * A try that did not work.
   *
   * @param settle told once it is decided whether this was the last try (true)
   */
  record FailedTry(Failure failure, Consumer<Boolean> settle) {}
}
