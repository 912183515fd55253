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
  private final ScheduledThreadPoolExecutor workers;

  Errands(String partner, Books books) {
    this.books = books;
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

  /** Starts it after the delay; what was written to the books before is on disk by then. */
  public void start(String name, Duration delay, Errand errand) {
    schedule(name, delay, errand, 1);
  }

  private void schedule(String name, Duration delay, Errand errand, int attempt) {
    try {
      // The attempt reports for itself.
      var unused =
          workers.schedule(
              () -> attempt(name, errand, attempt), delay.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      LOG.debug("{} waits for the next start: the sandbox is closing", name);
    }
  }

  private void attempt(String name, Errand errand, int attempt) {
    try {
      books.sync();
      if (errand.tried()) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    } catch (IOException | RuntimeException e) {
      LOG.debug("{}: attempt {} failed: {}", name, attempt, e.toString());
    }
    again(name, errand, attempt);
  }

  private void again(String name, Errand errand, int attempt) {
    if (attempt >= TRIES_MAX) {
      LOG.warn("{} is given up after {} attempts; the next start tries again", name, attempt);
      return;
    }
    schedule(name, pause(attempt), errand, attempt + 1);
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
