package io.entrepot.app.keys;

import io.entrepot.app.embedded.StartRefused;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys of a file that may be rotated while nodes run: by this node, by another that shares the
 * file, or by hand. A file that is broken meanwhile changes nothing.
 */
final class WatchedKeys implements KeySource {
  private static final Logger LOG = LoggerFactory.getLogger(WatchedKeys.class);

  /** A look at the file's date costs microseconds; sealing goes on thousands of times a second. */
  private static final long LOOK_NANOS = Duration.ofSeconds(2).toNanos();

  private final KeyFile file;
  private volatile Keys keys;
  private volatile long lookedAt = System.nanoTime();
  private FileTime changedAt;

  WatchedKeys(KeyFile file) {
    this.file = file;
    this.changedAt = file.changedAt();
    this.keys = file.read();
  }

  @Override
  public Keys toSeal() {
    if (System.nanoTime() - lookedAt > LOOK_NANOS) {
      look();
    }
    return keys;
  }

  @Override
  public Keys toOpen(String id) {
    if (!keys.byId().containsKey(id) && System.nanoTime() - lookedAt > LOOK_NANOS / 20) {
      look();
    }
    return keys;
  }

  /** Takes what the file has now. */
  synchronized void reread() {
    changedAt = file.changedAt();
    keys = file.read();
    lookedAt = System.nanoTime();
  }

  private synchronized void look() {
    lookedAt = System.nanoTime();
    try {
      FileTime now = file.changedAt();
      if (!now.equals(changedAt)) {
        changedAt = now;
        keys = file.read();
        LOG.info("The key ring was read anew: {}", keys);
      }
    } catch (StartRefused e) {
      LOG.error(
          "The key ring was changed and cannot be used; the keys known go on: {}", e.getMessage());
    }
  }
}
