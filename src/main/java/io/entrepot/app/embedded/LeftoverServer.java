package io.entrepot.app.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The server that a killed hub left on a data directory: stopped before the next one starts. */
final class LeftoverServer {
  private static final Duration FAST = Duration.ofSeconds(15);
  private static final Duration IMMEDIATE = Duration.ofSeconds(5);

  private final Path data;

  LeftoverServer(Path data) {
    this.data = data;
  }

  void stop() throws IOException, InterruptedException {
    Optional<PostmasterFile> file = PostmasterFile.read(data);
    if (file.isEmpty()) {
      return;
    }
    Optional<ProcessHandle> server = ProcessHandle.of(file.get().pid()).filter(this::isOurs);
    if (server.isPresent()) {
      stop(server.get());
    }
    PostmasterFile.delete(data);
  }

  private static void stop(ProcessHandle server) throws IOException, InterruptedException {
    // INT: clients are cut off, transactions rolled back. QUIT: the next start recovers from WAL.
    if (!ends(server, "INT", FAST) && !ends(server, "QUIT", IMMEDIATE)) {
      throw new StartRefused(
          "PostgreSQL of an earlier hub does not stop: end process " + server.pid() + " yourself");
    }
  }

  private static boolean ends(ProcessHandle server, String signal, Duration patience)
      throws IOException, InterruptedException {
    Signals.send(signal, server.pid());
    try {
      server.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException stillThere) {
      return false;
    } catch (ExecutionException e) {
      throw new IOException(e);
    }
  }

  /**
   * A process id is given again: only a {@code postgres} that works in our directory is ours. One
   * that hides its program belongs to another user, and may well be serving these files.
   */
  private boolean isOurs(ProcessHandle process) {
    if (!process.isAlive()) {
      return false;
    }
    String command =
        process
            .info()
            .command()
            .orElseThrow(
                () ->
                    new StartRefused(
                        data
                            + " may be served by process "
                            + process.pid()
                            + " of another user: stop it first"));
    return command.endsWith("postgres") && worksIn(process.pid());
  }

  private boolean worksIn(long pid) {
    try {
      Path directory = Path.of("/proc", Long.toString(pid), "cwd").toRealPath();
      return directory.equals(data.toRealPath());
    } catch (IOException noProc) {
      return !Files.exists(Path.of("/proc/self"));
    }
  }
}
