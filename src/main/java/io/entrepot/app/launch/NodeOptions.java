package io.entrepot.app.launch;

import io.entrepot.app.node.NodeSettings;
import io.entrepot.app.node.SettingsReader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The settings that a verb with a node of its own takes on the command line. */
public final class NodeOptions {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Where everything is kept (default: .entrepot).")
  private @Nullable Path data;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "Web port, 0 for a free one (default: 8080).")
  private @Nullable Integer port;

  /** The environment's settings with these over them. */
  public NodeSettings settings() {
    Map<String, String> overrides = new HashMap<>();
    if (data != null) {
      overrides.put("data", data.toString());
    }
    if (port != null) {
      overrides.put("port", port.toString());
    }
    return SettingsReader.read(System.getenv(), overrides);
  }
}
