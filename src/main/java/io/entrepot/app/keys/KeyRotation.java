package io.entrepot.app.keys;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Changes the ring while the hub runs. Nodes that share the file follow within two seconds, or when
 * they meet the new key; nodes with files of their own need the new key before it is activated.
 */
@Component
public final class KeyRotation {
  private static final Logger LOG = LoggerFactory.getLogger(KeyRotation.class);

  private final KeyFile file;
  private final WatchedKeys keys;
  private final Clock clock;

  KeyRotation(KeyFile file, WatchedKeys keys, Clock clock) {
    this.file = file;
    this.keys = keys;
    this.clock = clock;
  }

  /**
   * A new key that nothing is sealed with yet.
   *
   * @return its id
   * @throws io.entrepot.app.embedded.StartRefused if the file cannot be changed
   */
  public String add() {
    String id = file.add(clock);
    keys.reread();
    return id;
  }

  /**
   * Seals with that key from now on.
   *
   * @throws io.entrepot.app.embedded.StartRefused if there is none, or the file cannot be changed
   */
  public void activate(String id) {
    file.activate(id);
    keys.reread();
    LOG.info("New texts are sealed with key {}", id);
  }

  /** Both at once. */
  public String rotate() {
    String id = add();
    activate(id);
    return id;
  }
}
