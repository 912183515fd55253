package io.entrepot.app.cli;

import io.entrepot.app.embedded.Trees;
import io.entrepot.app.launch.ExitCodes;
import io.entrepot.app.node.Node;
import io.entrepot.app.node.SettingsReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Starts a hub on a throw-away directory and ends, so that the JVM sees which classes it needs. */
@Command(name = "train", hidden = true, description = "Training run for the class archive.")
final class TrainCommand implements Callable<Integer> {
  private static final List<String> PAGES = List.of("/actuator/health", "/console");
  private static final Map<String, String> FREE_PORTS =
      Map.of("port", "0", "sftp.port", "0", "sandbox.port", "0");

  @Parameters(paramLabel = "DIR", description = "Thrown away before and after.")
  private Path data = Path.of("");

  @Override
  public Integer call() throws Exception {
    Trees.delete(data);
    try (Node node = Node.start(SettingsReader.read(Map.of(), settings(data)))) {
      for (String page : PAGES) {
        visit(node.url().resolve(page));
      }
    } finally {
      Trees.delete(data);
    }
    return ExitCodes.OK;
  }

  private static Map<String, String> settings(Path data) {
    Map<String, String> settings = new HashMap<>(FREE_PORTS);
    settings.put("data", data.toString());
    return settings;
  }

  private static void visit(URI page) throws IOException, InterruptedException {
    HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(page).build(), BodyHandlers.discarding());
  }
}
