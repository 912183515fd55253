package io.entrepot.core;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Starts several deeds at the same instant and waits for all of them. */
public final class Race {
  private Race() {}

  /** Their results in the order given; the first failure is thrown. */
  public static <T> List<T> of(List<Callable<T>> deeds) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(deeds.size());
    CyclicBarrier start = new CyclicBarrier(deeds.size());
    try {
      List<Future<T>> futures = new ArrayList<>();
      for (Callable<T> deed : deeds) {
        futures.add(
            threads.submit(
                () -> {
                  start.await(30, TimeUnit.SECONDS);
                  return deed.call();
                }));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> future : futures) {
        results.add(future.get(60, TimeUnit.SECONDS));
      }
      return results;
    } finally {
      threads.shutdownNow();
    }
  }
}
