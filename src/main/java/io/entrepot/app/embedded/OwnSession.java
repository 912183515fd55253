package io.entrepot.app.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs a child out of reach of the terminal's signals where setsid(1) is at hand. */
final class OwnSession {
  private OwnSession() {}

  static List<String> command(List<String> command) {
    if (!Files.isExecutable(Path.of("/usr/bin/setsid"))) {
      return command;
    }
    List<String> wrapped = new ArrayList<>(List.of("/usr/bin/setsid"));
    wrapped.addAll(command);
    return wrapped;
  }
}
