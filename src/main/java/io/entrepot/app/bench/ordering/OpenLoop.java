package io.entrepot.app.bench.ordering;

import io.entrepot.core.commit.TryLaterException;
import io.entrepot.core.order.PlaceOrder;
import io.entrepot.core.order.PlaceOrderHandler;
import io.entrepot.core.order.PlaceOrderResult;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Phaser;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Buyers that come when they come, whether or not others are still waiting: each order is timed
 * from the moment it was meant to start.
 */
final class OpenLoop {
  private final PlaceOrderHandler engine;
  private final Supplier<PlaceOrder> wishes;
  private final AtomicInteger refused = new AtomicInteger();

  OpenLoop(PlaceOrderHandler engine, Supplier<PlaceOrder> wishes) {
    this.engine = engine;
    this.wishes = wishes;
  }

  /** Milliseconds within which 99 of 100 were answered. */
  double p99(int perSecond, Duration time) {
    int count = (int) (perSecond * time.toSeconds());
    long[] nanos = new long[count];
    long apart = 1_000_000_000L / perSecond;
    long start = System.nanoTime();
    Phaser answers = new Phaser(1);
    for (int i = 0; i < count; i++) {
      long intended = start + i * apart;
      while (System.nanoTime() < intended) {
        LockSupport.parkNanos(intended - System.nanoTime());
      }
      answers.register();
      submit(nanos, i, intended, answers);
    }
    answers.arriveAndAwaitAdvance();
    Arrays.sort(nanos);
    return nanos[count * 99 / 100] / 1e6;
  }

  /** How many were told to try later, of all rounds. */
  int refused() {
    return refused.get();
  }

  private void submit(long[] nanos, int place, long intended, Phaser answers) {
    try {
      CompletableFuture<PlaceOrderResult> unused =
          engine
              .submit(wishes.get())
              .whenComplete(
                  (result, failure) -> {
                    nanos[place] = System.nanoTime() - intended;
                    answers.arriveAndDeregister();
                  });
    } catch (TryLaterException e) {
      refused.incrementAndGet();
      answers.arriveAndDeregister();
    }
  }
}
