package io.entrepot.app.cli;

import io.entrepot.app.launch.ClassArchive;
import io.entrepot.app.launch.ExitCodes;
import io.entrepot.app.launch.Greeting;
import io.entrepot.app.launch.NodeOptions;
import io.entrepot.app.launch.RunningHub;
import io.entrepot.app.launch.RunningNode;
import io.entrepot.app.node.Node;
import io.entrepot.app.node.NodeSettings;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./hub up}: the hub with all it needs, until Ctrl-C. */
@Command(
    name = "up",
    description = "Start the hub with everything it needs; Ctrl-C stops it.",
    mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {
  @Mixin private NodeOptions options = new NodeOptions();

  @Option(
      names = "--join",
      paramLabel = "DIR",
      description = "Start one more node of the hub that owns DIR, on a free port.")
  private @Nullable Path join;

  @Option(names = "--json", description = "Tell the addresses as one JSON object.")
  private boolean json;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    NodeSettings settings = options.settings();
    Node node =
        join == null
            ? RunningNode.start(settings)
            : RunningNode.join(RunningHub.at(join), settings);
    Greeting greeting = new Greeting(node);
    out().println(json ? greeting.json() : greeting.text());
    ClassArchive.makeBeside(node);
    RunningNode.awaitStop();
    return ExitCodes.OK;
  }

  private PrintWriter out() {
    if (spec == null) {
      throw new IllegalStateException("used outside of a command line");
    }
    return spec.commandLine().getOut();
  }
}
