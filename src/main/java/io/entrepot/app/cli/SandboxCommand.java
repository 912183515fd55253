package io.entrepot.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrepot.app.embedded.StartRefused;
import io.entrepot.app.launch.ExitCodes;
import io.entrepot.app.launch.HubApi;
import io.entrepot.app.launch.HubOptions;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./hub sandbox PARTNER books|faults|fault|off}. */
@Command(
    name = "sandbox",
    description = "See what a simulated partner believes, and switch its faults.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "books|faults|fault|off")
final class SandboxCommand {
  @Parameters(paramLabel = "PARTNER", description = "Its id, as ./hub partner list has it.")
  private String partner = "";

  @Command(description = "What the partner has on its books.", mixinStandardHelpOptions = true)
  int books(
      @Mixin HubOptions hub,
      @Option(
              names = "--from",
              paramLabel = "N",
              defaultValue = "0",
              description = "First entry, counted from 0.")
          long from,
      @Option(
              names = "--limit",
              paramLabel = "N",
              defaultValue = "20",
              description = "How many entries at most (default: ${DEFAULT-VALUE}).")
          int limit)
      throws Exception {
    JsonNode books = desk(hub).get(path("books") + "?from=" + from + "&limit=" + limit);
    hub.print(books, () -> SandboxText.books(books));
    return ExitCodes.OK;
  }

  @Command(
      description = "Its faults, which are on, and what struck last.",
      mixinStandardHelpOptions = true)
  int faults(@Mixin HubOptions hub) throws Exception {
    return print(hub, desk(hub).get(path("faults")));
  }

  @Command(description = "Switch a fault on.", mixinStandardHelpOptions = true)
  int fault(
      @Mixin HubOptions hub,
      @Parameters(paramLabel = "NAME", description = "One of ./hub sandbox PARTNER faults.")
          String name,
      @Option(names = "--rate", paramLabel = "R", description = "Above 0, at most 1 (default).")
          @Nullable Double rate,
      @Option(
              names = "--seed",
              paramLabel = "N",
              description = "Decides which chances: the same seed, the same ones.")
          @Nullable Long seed,
      @Option(names = "--count", paramLabel = "N", description = "Ends after as many strikes.")
          @Nullable Long count,
      @Option(
              names = "--millis",
              paramLabel = "N",
              description = "How long it takes, for those that take time.")
          @Nullable Long millis)
      throws Exception {
    Map<String, Object> order = new LinkedHashMap<>();
    order.put("name", name);
    putIfGiven(order, "rate", rate);
    putIfGiven(order, "seed", seed);
    putIfGiven(order, "count", count);
    putIfGiven(order, "millis", millis);
    return print(hub, desk(hub).post(path("faults"), order));
  }

  @Command(description = "Switch one fault off, or all.", mixinStandardHelpOptions = true)
  int off(
      @Mixin HubOptions hub,
      @Parameters(paramLabel = "NAME", arity = "0..1", description = "All if it is not given.")
          @Nullable String name)
      throws Exception {
    String query = name == null ? "" : "?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8);
    return print(hub, desk(hub).delete(path("faults") + query));
  }

  private static int print(HubOptions hub, JsonNode faults) throws Exception {
    hub.print(faults, () -> SandboxText.faults(faults));
    return ExitCodes.OK;
  }

  private static HubApi desk(HubOptions hub) {
    String url = hub.hub().settings().getOrDefault("sandbox.url", "");
    if (url.isEmpty()) {
      throw new StartRefused("this hub has no sandbox: it runs in production");
    }
    return new HubApi(URI.create(url), "");
  }

  private String path(String page) {
    return "/_sandbox/" + URLEncoder.encode(partner, StandardCharsets.UTF_8) + "/" + page;
  }

  private static void putIfGiven(Map<String, Object> order, String name, @Nullable Object value) {
    if (value != null) {
      order.put(name, value);
    }
  }
}
