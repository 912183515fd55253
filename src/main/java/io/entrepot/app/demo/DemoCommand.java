package io.entrepot.app.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.entrepot.app.embedded.StartRefused;
import io.entrepot.app.imports.SampleOrders;
import io.entrepot.app.launch.ClassArchive;
import io.entrepot.app.launch.ExitCodes;
import io.entrepot.app.launch.Greeting;
import io.entrepot.app.launch.NodeOptions;
import io.entrepot.app.launch.RunningNode;
import io.entrepot.app.mapping.MappingFolder;
import io.entrepot.app.node.Node;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./hub demo}. */
@Command(
    name = "demo",
    description =
        "Start the hub, play an order file from import to finance's CSV, and reconcile; then stay"
            + " up for a look at the console.",
    mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {
  @Mixin private NodeOptions node = new NodeOptions();

  @Option(
      names = "--orders",
      paramLabel = "FILE",
      description = "Order file (default: a sample that is made).")
  private @Nullable Path orders;

  @Option(names = "--mapping", paramLabel = "NAME", description = "Mapping that reads FILE.")
  private @Nullable String mapping;

  @Option(names = "--exit", description = "End after the reconciliation.")
  private boolean exit;

  @Option(names = "--json", description = "One JSON object on standard output; implies --exit.")
  private boolean json;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    requireBothOrNone();
    LiveLine live =
        new LiveLine(command().commandLine().getErr(), Boolean.getBoolean("entrepot.terminal"));
    live.show("starting the hub …");
    Node hub = RunningNode.start(node.settings());
    command().commandLine().getErr().println(new Greeting(hub).text());
    DemoResult result = play(hub, live);
    PrintWriter out = command().commandLine().getOut();
    out.println(json ? new ObjectMapper().writeValueAsString(result) : result.text());
    out.flush();
    if (!result.good()) {
      return ExitCodes.CHECK_FAILED;
    }
    if (!exit && !json) {
      out.println("\nLook around at " + hub.url() + "/console. Ctrl-C stops the hub.");
      ClassArchive.makeBeside(hub);
      RunningNode.awaitStop();
    }
    return ExitCodes.OK;
  }

  private DemoResult play(Node hub, LiveLine live) throws Exception {
    Demo demo = new Demo(hub.context(), live);
    return orders == null || mapping == null
        ? demo.play(sample(hub.data()), SampleOrders.MAPPING)
        : demo.play(orders, mapping);
  }

  private static Path sample(Path data) throws IOException {
    Path file = Files.createDirectories(data.resolve("demo")).resolve("sample-orders.csv");
    SampleOrders.write(file);
    return file;
  }

  /** Before the hub is started: a mistyped name should not cost its start. */
  private void requireBothOrNone() {
    if ((orders == null) != (mapping == null)) {
      throw new ParameterException(
          command().commandLine(), "--orders and --mapping belong together: give both or none");
    }
    if (orders != null && !Files.isReadable(orders)) {
      throw new StartRefused("cannot read " + orders + ": name an order file by --orders");
    }
    if (mapping != null) {
      requireMapping(mapping);
    }
  }

  private void requireMapping(String name) {
    Path own = node.settings().definitions().resolve("mappings");
    Set<String> known = new MappingFolder(own).names();
    if (!known.contains(name)) {
      throw new StartRefused(
          "there is no mapping '"
              + name
              + "'; there is: "
              + String.join(", ", orderMappings(known)));
    }
  }

  private static List<String> orderMappings(Set<String> known) {
    return known.stream().filter(name -> name.endsWith("/order.inbound")).toList();
  }

  private CommandSpec command() {
    if (spec == null) {
      throw new IllegalStateException("used outside of a command line");
    }
    return spec;
  }
}
