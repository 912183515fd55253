package io.entrepot.app.node;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;

/** Parts start before Spring has configured the log; until then they would tell the console all. */
final class QuietLog {
  private QuietLog() {}

  static void untilConfigured() {
    if (LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME) instanceof Logger root
        && root.isDebugEnabled()) {
      root.setLevel(Level.ERROR);
    }
  }
}
