package io.entrepot.app.event;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says once that the database is away and once that it is back, not four times a second. */
final class Outage {
  private static final Logger LOG = LoggerFactory.getLogger(Outage.class);
  private boolean away;

  void seen(RuntimeException cause) {
    if (!away) {
      LOG.warn("Events wait: the outbox cannot be read. Tried again until it can.", cause);
    }
    away = true;
  }

  void over() {
    if (away) {
      LOG.info("The outbox can be read again.");
    }
    away = false;
  }
}
