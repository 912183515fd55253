package io.entrepot.app.node;

import io.entrepot.app.embedded.StartRefused;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Parts that start at the same time and stop one after the other. */
final class Starting implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Starting.class);

  private final List<CompletableFuture<?>> parts = new ArrayList<>();
  private final Deque<Runnable> stops = new ArrayDeque<>();

  <T> Part<T> part(String name, Supplier<T> start) {
    CompletableFuture<T> future =
        CompletableFuture.supplyAsync(start, task -> new Thread(task, name + "-start").start());
    parts.add(future);
    return new Part<>(future);
  }

  <T> Part<T> done(T value) {
    return new Part<>(CompletableFuture.completedFuture(value));
  }

  synchronized void stopLater(Runnable stop) {
    stops.push(stop);
  }

  /** In the reverse order of their start; a part that fails to stop does not keep the others. */
  @Override
  public void close() {
    parts.forEach(part -> part.handle((value, failure) -> true).join());
    synchronized (this) {
      while (!stops.isEmpty()) {
        stop(stops.pop());
      }
    }
  }

  private static void stop(Runnable part) {
    try {
      part.run();
    } catch (RuntimeException e) {
      LOG.warn("a part did not stop in order", e);
    }
  }

  /** One part on its way. */
  record Part<T>(CompletableFuture<T> future) {
    /** Waits for its start; a refusal reaches whoever waits. */
    T await() {
      try {
        return future.join();
      } catch (CompletionException e) {
        throw e.getCause() instanceof StartRefused refused ? refused : e;
      }
    }
  }
}
