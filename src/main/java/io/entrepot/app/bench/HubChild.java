package io.entrepot.app.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A hub in a process of its own, as {@code ./hub up} starts it. */
public final class HubChild implements AutoCloseable {
  /** The launcher's flags for {@code up}; a benchmark's own JVM has more memory. */
  private static final String SMALL = System.getProperty("entrepot.small", "-Xmx320m");

  private static final Duration ANSWER_MAX = Duration.ofMinutes(2);
  private static final Duration STOP_MAX = Duration.ofSeconds(20);
  private static final long ASK_MILLIS = 20;

  private final Process process;
  private final long startedNanos;
  private final int port;
  private final Path log;

  private HubChild(Process process, long startedNanos, int port, Path log) {
    this.process = process;
    this.startedNanos = startedNanos;
    this.port = port;
    this.log = log;
  }

  /**
   * Starts it on free ports, with its output in {@code <data>.log}.
   *
   * @param archived with the class archive, where this JVM has one
   */
  public static HubChild up(Path data, boolean archived) throws IOException {
    int port = freePort();
    Path log = data.resolveSibling(data.getFileName() + ".log");
    ProcessBuilder builder =
        new ProcessBuilder(command(data, port, archived))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    Map<String, String> environment = builder.environment();
    environment.put("ENTREPOT_SFTP_PORT", "0");
    environment.put("ENTREPOT_SANDBOX_PORT", "0");
    long started = System.nanoTime();
    return new HubChild(builder.start(), started, port, log);
  }

  private static List<String> command(Path data, int port, boolean archived) {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    for (String flag : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
      if (!flag.startsWith("-Xmx") && !isArchive(flag)) {
        command.add(flag);
      }
    }
    command.addAll(List.of(SMALL.split(" ")));
    if (archived) {
      archive().ifPresent(place -> command.addAll(archiveFlags(place)));
    }
    command.addAll(List.of("-jar", System.getProperty("java.class.path"), "up"));
    command.addAll(List.of("--data", data.toString(), "--port", Integer.toString(port)));
    return command;
  }

  /** Uses the archive, or has it made beside the hub while it is missing. */
  private static List<String> archiveFlags(Path place) {
    if (!Files.exists(place)) {
      return List.of("-Dentrepot.archive=" + place);
    }
    String flag = Runtime.version().feature() >= 25 ? "AOTCache" : "SharedArchiveFile";
    return List.of("-XX:" + flag + "=" + place);
  }

  /** The JVM's flag, and the launcher's request to make an archive beside the hub. */
  private static boolean isArchive(String flag) {
    return flag.startsWith("-XX:SharedArchiveFile")
        || flag.startsWith("-XX:AOTCache")
        || flag.startsWith("-Dentrepot.archive");
  }

  /** Where the launcher keeps the class archive; empty without the launcher. */
  public static Optional<Path> archive() {
    return Optional.ofNullable(System.getProperty("entrepot.archive")).map(Path::of);
  }

  /**
   * Returns how long after its start the hub's first good answer came.
   *
   * @throws IllegalStateException with the end of its output when it ends instead
   */
  public Duration awaitAnswer() throws IOException, InterruptedException {
    HttpClient http = HttpClient.newHttpClient();
    HttpRequest health =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/health")).build();
    while (age().compareTo(ANSWER_MAX) < 0) {
      if (!process.isAlive()) {
        throw new IllegalStateException("the hub ended at its start: " + Files.readString(log));
      }
      if (answers(http, health)) {
        return age();
      }
      TimeUnit.MILLISECONDS.sleep(ASK_MILLIS);
    }
    throw new IllegalStateException("the hub did not answer within " + ANSWER_MAX);
  }

  private static boolean answers(HttpClient http, HttpRequest health) throws InterruptedException {
    try {
      return http.send(health, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  private Duration age() {
    return Duration.ofNanos(System.nanoTime() - startedNanos);
  }

  public long pid() {
    return process.pid();
  }

  /** Resident memory of the hub itself; Postgres is processes of its own. */
  public long residentBytes() throws IOException {
    return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
        .findFirst()
        .orElseThrow(() -> new IOException("no VmRSS of process " + process.pid()));
  }

  /** As kill -9 does. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** As Ctrl-C does; returns how long it took. */
  public Duration stop() throws InterruptedException {
    long asked = System.nanoTime();
    process.destroy();
    if (!process.waitFor(STOP_MAX.toMillis(), TimeUnit.MILLISECONDS)) {
      kill();
    }
    return Duration.ofNanos(System.nanoTime() - asked);
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
