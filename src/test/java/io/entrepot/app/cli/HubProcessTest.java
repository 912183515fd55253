package io.entrepot.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.entrepot.app.Entrepot;
import io.entrepot.app.node.RunFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole hubs as processes of their own: killed, stopped, joined. */
class HubProcessTest {
  private static final Duration START_MAX = Duration.ofMinutes(4);
  private static final long STOP_SECONDS_MAX = 10;

  @TempDir Path data;
  private final List<Process> processes = new ArrayList<>();

  @AfterEach
  void stopAll() throws Exception {
    for (Process process : processes) {
      process.destroy();
      process.waitFor();
    }
  }

  @Test
  void hubComesBackAfterAKillAndStopsCleanlyOnRequest() throws Exception {
    Process first = up("--data", data.toString());
    assertThat(greeting(first)).contains("password");
    long killedServer = server();

    first.destroyForcibly().waitFor();
    Process second = up("--data", data.toString());

    // The account that the first run acknowledged is there: no second password is made.
    assertThat(greeting(second)).contains("console").doesNotContain("password");
    long server = server();
    assertThat(server).isNotEqualTo(killedServer);
    second.destroy();
    assertThat(second.waitFor(STOP_SECONDS_MAX, TimeUnit.SECONDS)).isTrue();
    await()
        .atMost(Duration.ofSeconds(STOP_SECONDS_MAX))
        .until(() -> ProcessHandle.of(server).filter(ProcessHandle::isAlive).isEmpty());
    assertThat(data.resolve("run.json")).doesNotExist();
  }

  @Test
  void joinedNodeWorksOnTheHubsPartsAndDiesAlone() throws Exception {
    Process owner = up("--data", data.toString());
    greeting(owner);
    Process joined = up("--join", data.toString());
    String url = url(greeting(joined));
    assertThat(status(url + "/actuator/health")).isEqualTo(200);
    assertThat(url).isNotEqualTo(RunFile.find(data).orElseThrow().url().toString());

    joined.destroyForcibly().waitFor();

    RunFile hub = RunFile.find(data).orElseThrow();
    assertThat(hub.pid()).isEqualTo(owner.pid());
    assertThat(status(hub.url() + "/actuator/health")).isEqualTo(200);
  }

  private Process up(String... options) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx320m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Entrepot.class.getName(),
                "up",
                "--json"));
    command.addAll(List.of(options));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().keySet().removeIf(name -> name.startsWith("ENTREPOT_"));
    for (String port : List.of("PORT", "SFTP_PORT", "SANDBOX_PORT")) {
      builder.environment().put("ENTREPOT_" + port, "0");
    }
    Process process = builder.start();
    processes.add(process);
    return process;
  }

  /** The one line of JSON that a started hub prints. */
  private static String greeting(Process hub) throws IOException {
    BufferedReader out =
        new BufferedReader(new InputStreamReader(hub.getInputStream(), StandardCharsets.UTF_8));
    long deadline = System.nanoTime() + START_MAX.toNanos();
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.startsWith("{") || System.nanoTime() - deadline > 0) {
        return line;
      }
    }
    throw new IOException("the hub ended with " + hub.exitValue());
  }

  private long server() throws IOException {
    Path file = data.resolve("postgres/data/postmaster.pid");
    return Long.parseLong(Files.readAllLines(file).get(0).strip());
  }

  private static String url(String greeting) {
    return greeting.replaceFirst(".*\"console\":\"(http://[^/]+)/.*", "$1");
  }

  private static int status(String url) throws Exception {
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(java.net.URI.create(url)).build(), BodyHandlers.discarding())
        .statusCode();
  }
}
