package io.entrepot.app.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The files of one server: {@code data}, its password, its log. */
record DatabaseCluster(Path root) {
  private static final int INITDB_SECONDS_MAX = 120;

  Path data() {
    return root.resolve("data");
  }

  Path lock() {
    return root.resolve("lock");
  }

  Path log() {
    return root.resolve("postgres.log");
  }

  String password() {
    return SecretFile.readOrCreate(root.resolve("password"));
  }

  /** Makes the cluster beside its place and renames it: an interrupted initdb leaves nothing. */
  void createIfMissing(Path binaries, String user) throws IOException, InterruptedException {
    if (Files.exists(data().resolve("PG_VERSION"))) {
      return;
    }
    password();
    Path fresh = root.resolve("data.new");
    Trees.delete(fresh);
    initdb(binaries, fresh, user);
    Files.move(fresh, data(), StandardCopyOption.ATOMIC_MOVE);
  }

  private void initdb(Path binaries, Path fresh, String user)
      throws IOException, InterruptedException {
    // C.UTF-8: under plain C, pg_trgm sees no letters in Korean or Japanese words.
    Process initdb =
        new ProcessBuilder(
                ServerUser.command(
                    List.of(
                        binaries.resolve("bin/initdb").toString(),
                        "--pgdata=" + fresh,
                        "--username=" + user,
                        "--pwfile=" + root.resolve("password"),
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale=C.UTF-8",
                        "--no-instructions")))
            .redirectErrorStream(true)
            .redirectOutput(root.resolve("initdb.log").toFile())
            .start();
    initdb.getOutputStream().close();
    if (!initdb.waitFor(INITDB_SECONDS_MAX, TimeUnit.SECONDS) || initdb.exitValue() != 0) {
      initdb.destroyForcibly();
      throw new StartRefused("initdb failed: " + lastLine(root.resolve("initdb.log")));
    }
  }

  static String lastLine(Path log) throws IOException {
    List<String> lines = Files.readAllLines(log, StandardCharsets.UTF_8);
    return lines.isEmpty() ? "it said nothing" : lines.get(lines.size() - 1) + " (" + log + ")";
  }
}
