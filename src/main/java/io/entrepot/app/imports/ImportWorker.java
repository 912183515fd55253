package io.entrepot.app.imports;

import java.nio.file.Files;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Takes up unfinished imports, one at a time: new ones at once, those of a killed node, or of this
 * one before its restart, within seconds.
 */
@Component
final class ImportWorker implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(ImportWorker.class);
  private static final long LOOK_SECONDS = 2;
  private static final long STOP_SECONDS_MAX = 5;

  private final ImportRuns runs;
  private final ImportLock lock;
  private final ImportWork work;
  private final Semaphore bell = new Semaphore(0);
  private final Set<UUID> told = new HashSet<>();
  private volatile boolean running;
  private volatile Thread thread = new Thread(this::loop, "import-worker");

  ImportWorker(ImportRuns runs, ImportLock lock, ImportWork work) {
    this.runs = runs;
    this.lock = lock;
    this.work = work;
  }

  /** There is something new. */
  void ring() {
    bell.release();
  }

  @Override
  public void start() {
    running = true;
    thread = new Thread(this::loop, "import-worker");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void stop() {
    running = false;
    bell.release();
    try {
      thread.join(TimeUnit.SECONDS.toMillis(STOP_SECONDS_MAX));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private void loop() {
    while (running) {
      try {
        for (ImportRun run : runs.unfinished()) {
          take(run);
        }
      } catch (DataAccessException | SQLException e) {
        LOG.warn("Cannot look for imports; the next look follows", e);
      }
      await();
    }
  }

  private void await() {
    try {
      if (bell.tryAcquire(LOOK_SECONDS, TimeUnit.SECONDS)) {
        bell.drainPermits();
      }
    } catch (InterruptedException e) {
      running = false;
    }
  }

  private void take(ImportRun candidate) throws SQLException {
    // A node on another machine than the file leaves it to one that has it.
    if (!running || !readable(candidate)) {
      return;
    }
    try (ImportLock.Held held = lock.take(candidate.mapping())) {
      if (held != null) {
        // Looked up again under the lock: another node may have finished it meanwhile.
        runs.unfinished(candidate.batchId())
            .ifPresent(run -> work.on(run, () -> running && held.alive()));
      }
    }
  }

  private boolean readable(ImportRun candidate) {
    boolean readable = Files.isReadable(candidate.file());
    if (!readable && told.add(candidate.batchId())) {
      LOG.warn(
          "Import {} waits for its file {}, which this node does not have: start a node that has"
              + " it, or put the file back; sending it anew would count as a repeat",
          candidate.batchId(),
          candidate.file());
    }
    return readable;
  }
}
