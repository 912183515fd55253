package io.entrepot.app.embedded;

import java.io.IOException;

/** Signals that {@link ProcessHandle} cannot send. */
final class Signals {
  private Signals() {}

  /** {@code name} as kill(1) spells it: INT, QUIT. A process that is gone is no error. */
  static void send(String name, long pid) throws IOException, InterruptedException {
    new ProcessBuilder("sh", "-c", "kill -" + name + " " + pid + " 2>/dev/null || :")
        .start()
        .waitFor();
  }
}
