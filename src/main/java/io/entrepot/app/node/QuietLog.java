package io.entrepot.app.node;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.logging.LoggingSystem;

/** Parts start before Spring has configured the log; until then they would tell the console all. */
public final class QuietLog {
  private QuietLog() {}

  /** Does nothing once Spring has taken over. */
  public static void untilConfigured() {
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context
        && context.getObject(LoggingSystem.class.getName()) == null) {
      context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.ERROR);
    }
  }
}
