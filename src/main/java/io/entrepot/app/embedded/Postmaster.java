package io.entrepot.app.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** One run of the server process, from its launch to its end. */
final class Postmaster {
  private static final Duration READY_MAX = Duration.ofMinutes(5);
  private static final int POLL_MILLIS = 10;

  /**
   * The dead man's pipe: standard input ends with the hub, however it dies, and the server is told
   * to shut down. The terminal's Ctrl-C must not reach the server before the hub is done with it.
   */
  private static final String WATCHED =
      """
      trap '' INT HUP TERM
      exec 3<&0
      "$@" </dev/null 3<&- &
      server=$!
      (read -r never <&3; kill -INT $server 2>/dev/null) &
      watch=$!
      wait $server
      code=$?
      kill -KILL $watch 2>/dev/null
      exit $code
      """;

  private final Process shell;
  private final Path data;

  private Postmaster(Process shell, Path data) {
    this.shell = shell;
    this.data = data;
  }

  static Postmaster launch(Path binaries, DatabaseCluster cluster, int port) throws IOException {
    List<String> command = new ArrayList<>(List.of("sh", "-c", WATCHED, "postgres"));
    command.addAll(ServerUser.command(server(binaries, cluster.data(), port)));
    Process shell =
        new ProcessBuilder(OwnSession.command(command))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(cluster.log().toFile()))
            .start();
    return new Postmaster(shell, cluster.data());
  }

  private static List<String> server(Path binaries, Path data, int port) {
    List<String> command = new ArrayList<>();
    command.add(binaries.resolve("bin/postgres").toString());
    command.addAll(List.of("-D", data.toString(), "-p", Integer.toString(port), "-k", ""));
    // On the command line, so that no edit of postgresql.conf makes an acknowledged write mortal.
    for (String setting :
        List.of(
            "fsync=on",
            "synchronous_commit=on",
            "full_page_writes=on",
            // Journal files are used again instead of made anew, which would stop every commit for
            // as long as 16 MB take to be written; and checkpoints are rarer under load.
            "min_wal_size=512MB",
            "max_wal_size=2GB",
            "listen_addresses=127.0.0.1",
            "max_connections=200",
            "timezone=UTC",
            "log_timezone=UTC")) {
      command.addAll(List.of("-c", setting));
    }
    return command;
  }

  /** True when it takes connections, false when it ended instead. */
  boolean awaitReady() throws IOException, InterruptedException {
    long deadline = System.nanoTime() + READY_MAX.toNanos();
    while (System.nanoTime() - deadline < 0) {
      if (shell.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
        return false;
      }
      Optional<PostmasterFile> file = PostmasterFile.read(data);
      if (file.isPresent() && file.get().ready()) {
        return true;
      }
    }
    throw new StartRefused("PostgreSQL was not ready within " + READY_MAX.toMinutes() + " min");
  }

  /** Closes the pipe too, so that no watcher of an ended run stays behind. */
  void awaitEnd() throws IOException, InterruptedException {
    shell.waitFor();
    shell.getOutputStream().close();
  }

  /** Fast shutdown; after {@code patience} an immediate one, from which the next start recovers. */
  void stop(Duration patience) throws IOException, InterruptedException {
    shell.getOutputStream().close();
    if (shell.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
      return;
    }
    Optional<PostmasterFile> file = PostmasterFile.read(data);
    if (file.isPresent()) {
      Signals.send("QUIT", file.get().pid());
    }
    if (!shell.waitFor(1, TimeUnit.SECONDS)) {
      shell.destroyForcibly();
    }
  }
}
