package io.entrepot.app.demo;

import java.io.PrintWriter;

/**
 * One line that says what is happening: rewritten in place on a terminal, and in a log a line of
 * its own every few seconds. On standard error, since standard output may carry JSON.
 */
final class LiveLine {
  private static final long LOG_NANOS_MIN = 5_000_000_000L;

  private final PrintWriter err;
  private final boolean terminal;
  private String shown = "";
  private long shownNanos = System.nanoTime() - LOG_NANOS_MIN;

  LiveLine(PrintWriter err, boolean terminal) {
    this.err = err;
    this.terminal = terminal;
  }

  void show(String line) {
    boolean due = terminal || System.nanoTime() - shownNanos >= LOG_NANOS_MIN;
    if (line.equals(shown) || !due) {
      return;
    }
    if (terminal) {
      err.print("\r" + line + " ".repeat(Math.max(0, shown.length() - line.length())));
    } else {
      err.println(line);
    }
    err.flush();
    shown = line;
    shownNanos = System.nanoTime();
  }

  /** The next text begins on a line of its own. */
  void end() {
    if (terminal && !shown.isEmpty()) {
      err.println();
      err.flush();
    }
  }
}
