package io.entrepot.app.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * {@code postmaster.pid}: line 1 is the server's process id, line 8 its state.
 *
 * @param state empty until the server has written it
 */
record PostmasterFile(long pid, String state) {
  static Optional<PostmasterFile> read(Path data) throws IOException {
    try {
      List<String> lines = Files.readAllLines(file(data));
      if (lines.isEmpty() || lines.get(0).isBlank()) {
        return Optional.empty();
      }
      // A stand-alone backend (initdb's) writes its id negated.
      long pid = Math.abs(Long.parseLong(lines.get(0).strip()));
      return Optional.of(new PostmasterFile(pid, lines.size() < 8 ? "" : lines.get(7).strip()));
    } catch (NoSuchFileException noServer) {
      return Optional.empty();
    }
  }

  static void delete(Path data) throws IOException {
    Files.deleteIfExists(file(data));
  }

  boolean ready() {
    return state.equals("ready");
  }

  private static Path file(Path data) {
    return data.resolve("postmaster.pid");
  }
}
