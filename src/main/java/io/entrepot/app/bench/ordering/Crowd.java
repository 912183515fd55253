package io.entrepot.app.bench.ordering;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;

/** Callers that call again as soon as they are answered, for a while. */
final class Crowd {
  /** One call; whatever it throws ends the measurement. */
  interface Call {
    void make() throws Exception;
  }

  private final int callers;
  private final ThreadFactory threads;
  private final ServerCpu postgres;

  Crowd(int callers, ThreadFactory threads, ServerCpu postgres) {
    this.callers = callers;
    this.threads = threads;
    this.postgres = postgres;
  }

  static ThreadFactory platformThreads() {
    return Executors.defaultThreadFactory();
  }

  Burst run(Duration warmUp, Duration measured, Call call) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(callers, threads);
    try {
      long from = System.nanoTime() + warmUp.toNanos();
      long until = from + measured.toNanos();
      List<Future<long[]>> times = new ArrayList<>();
      for (int i = 0; i < callers; i++) {
        times.add(pool.submit(() -> callOver(from, until, call)));
      }
      sleepUntil(from);
      double java = javaSeconds();
      double database = postgres.seconds();
      sleepUntil(until);
      double javaUsed = javaSeconds() - java;
      double databaseUsed = postgres.seconds() - database;
      return Burst.of(all(times), measured.toNanos() / 1e9, javaUsed, databaseUsed);
    } finally {
      pool.shutdownNow();
    }
  }

  /** Times of the calls that began and ended while it was measured. */
  private static long[] callOver(long from, long until, Call call) throws Exception {
    long[] times = new long[1024];
    int count = 0;
    long begun = System.nanoTime();
    while (begun < until) {
      call.make();
      long ended = System.nanoTime();
      if (ended >= from && ended <= until) {
        if (count == times.length) {
          times = Arrays.copyOf(times, 2 * count);
        }
        times[count++] = ended - begun;
      }
      begun = ended;
    }
    return Arrays.copyOf(times, count);
  }

  private static long[] all(List<Future<long[]>> times) throws Exception {
    List<long[]> parts = new ArrayList<>();
    for (Future<long[]> part : times) {
      parts.add(part.get());
    }
    return parts.stream().flatMapToLong(Arrays::stream).toArray();
  }

  private static double javaSeconds() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
            .getProcessCpuTime()
        / 1e9;
  }

  private static void sleepUntil(long nanos) throws InterruptedException {
    long left = nanos - System.nanoTime();
    if (left > 0) {
      Thread.sleep(left / 1_000_000, (int) (left % 1_000_000));
    }
  }
}
