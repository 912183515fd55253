package io.entrepot.app.launch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.entrepot.app.node.NodeSettings;
import io.entrepot.app.node.RunFile;
import io.entrepot.app.node.SettingsReader;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What every verb takes that calls the running hub: which one, and how to answer. */
public final class HubOptions {
  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Data directory of the running hub (default: .entrepot).")
  private @Nullable Path data;

  @Option(names = "--json", description = "One JSON value instead of text for people.")
  private boolean json;

  /**
   * The API of the hub on that directory.
   *
   * @throws NoHubRunning when none runs there
   */
  public HubApi api() {
    return HubApi.of(hub());
  }

  /** The run file of the hub on that directory. */
  public RunFile hub() {
    return RunningHub.at(settings().data());
  }

  /** What the environment and the command line say about that hub. */
  public NodeSettings settings() {
    Map<String, String> overrides = data == null ? Map.of() : Map.of("data", data.toString());
    return SettingsReader.read(System.getenv(), overrides);
  }

  /** Prints the answer as JSON, or as the text for people. */
  public void print(JsonNode answer, Supplier<String> text) throws JsonProcessingException {
    PrintWriter out = out();
    out.println(json ? new ObjectMapper().writeValueAsString(answer) : text.get());
    out.flush();
  }

  private PrintWriter out() {
    if (command == null) {
      throw new IllegalStateException("used outside of a command line");
    }
    return command.commandLine().getOut();
  }
}
