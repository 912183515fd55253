package io.entrepot.connectors.spi.sandbox;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does errands later and again: with pauses from 0.2 s that double up to 5 s, at most 700 times,
 * which is most of an hour. What is still undone at the next start is found in the books.
 */
public final class Errands implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Errands.class);
  private static final int TRIES_MAX = 700;
  private static final Duration PAUSE_FIRST = Duration.ofMillis(200);
  private static final Duration PAUSE_MAX = Duration.ofSeconds(5);

  private final Books books;
  private final Faults faults;
  private final ScheduledThreadPoolExecutor workers;

  Errands(String partner, Books books, Faults faults) {
    this.books = books;
    this.faults = faults;
    this.workers = new ScheduledThreadPoolExecutor(8, daemons(partner));
    // What waits for its time must not keep the server from closing.
    workers.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  private static ThreadFactory daemons(String partner) {
    return work -> {
      Thread thread = new Thread(work, "sandbox-" + partner);
      thread.setDaemon(true);
      return thread;
    };
  }

  /**
   * Starts it after the delay; what was written to the books before is on disk by then. Faults that
   * a request's header asked for strike its errands, too.
   */
  public void start(String name, Duration delay, Errand errand) {
    Happening happening = Happening.now().named(name).ahead(Duration.ZERO);
    schedule(happening, delay, errand, 1);
  }

  private void schedule(Happening happening, Duration delay, Errand errand, int attempt) {
    try {
      // The attempt reports for itself.
      var unused =
          workers.schedule(
              () -> attempt(happening, errand, attempt), delay.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      LOG.debug("{} waits for the next start: the sandbox is closing", happening.name());
    }
  }

  private void attempt(Happening happening, Errand errand, int attempt) {
    if (!happening.during(() -> skewed().during(() -> done(happening.name(), errand, attempt)))) {
      again(happening, errand, attempt);
    }
  }

  private Happening skewed() {
    return faults
        .struck(StandardFault.CLOCK_SKEW)
        .map(Happening.now()::ahead)
        .orElseGet(Happening::now);
  }

  /** Whether nothing is left to do, or nobody is left to do it. */
  private boolean done(String name, Errand errand, int attempt) {
    try {
      books.sync();
      return errand.tried();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    } catch (IOException | RuntimeException e) {
      LOG.debug("{}: attempt {} failed: {}", name, attempt, e.toString());
      return false;
    }
  }

  private void again(Happening happening, Errand errand, int attempt) {
    if (attempt >= TRIES_MAX) {
      LOG.warn(
          "{} is given up after {} attempts; the next start tries again",
          happening.name(),
          attempt);
      return;
    }
    schedule(happening, pause(attempt), errand, attempt + 1);
  }

  private static Duration pause(int attempt) {
    Duration doubled = PAUSE_FIRST.multipliedBy(1L << Math.min(attempt - 1, 10));
    return doubled.compareTo(PAUSE_MAX) < 0 ? doubled : PAUSE_MAX;
  }

  @Override
  public void close() {
    workers.shutdownNow();
    try {
      workers.awaitTermination(2, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
