package io.entrepot.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrepot.app.embedded.StartRefused;
import io.entrepot.app.launch.ExitCodes;
import io.entrepot.app.launch.HubApi;
import io.entrepot.app.launch.HubOptions;
import io.entrepot.app.launch.JsonTable;
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

/** {@code ./hub sandbox books|faults|fault|off PARTNER}. */
@Command(
    name = "sandbox",
    description = "See what a simulated partner believes, and switch its faults.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "books|faults|fault|off")
final class SandboxCommand {
  private static final String PARTNER = "Its id, as ./hub partner list has it.";

  @Command(description = "What the partner has on its books.", mixinStandardHelpOptions = true)
  int books(
      @Mixin HubOptions hub,
      @Parameters(paramLabel = "PARTNER", description = PARTNER) String partner,
      @Option(
              names = "--from",
              paramLabel = "N",
              defaultValue = "0",
              description = "First entry, counted from 0.")
          long from,
      @Option(
              names = "--limit",
              paramLabel = "N",
              defaultValue = "100",
              description = "How many at most (default: ${DEFAULT-VALUE}).")
          int limit)
      throws Exception {
    JsonNode books = desk(hub).get(path(partner, "books") + "?from=" + from + "&limit=" + limit);
    hub.print(books, books::toPrettyString);
    return ExitCodes.OK;
  }

  @Command(description = "Its faults, and which are on.", mixinStandardHelpOptions = true)
  int faults(
      @Mixin HubOptions hub,
      @Parameters(paramLabel = "PARTNER", description = PARTNER) String partner)
      throws Exception {
    return print(hub, desk(hub).get(path(partner, "faults")));
  }

  @Command(description = "Switch a fault on.", mixinStandardHelpOptions = true)
  int fault(
      @Mixin HubOptions hub,
      @Parameters(paramLabel = "PARTNER", description = PARTNER) String partner,
      @Parameters(paramLabel = "NAME", description = "One of ./hub sandbox faults.") String name,
      @Option(names = "--rate", paramLabel = "R", description = "Above 0, at most 1 (default).")
          @Nullable Double rate,
      @Option(names = "--seed", paramLabel = "N", description = "Of the chances.")
          @Nullable Long seed,
      @Option(names = "--count", paramLabel = "N", description = "Ends after as many strikes.")
          @Nullable Long count)
      throws Exception {
    Map<String, Object> order = new LinkedHashMap<>();
    order.put("name", name);
    putIfGiven(order, "rate", rate);
    putIfGiven(order, "seed", seed);
    putIfGiven(order, "count", count);
    return print(hub, desk(hub).post(path(partner, "faults"), order));
  }

  @Command(description = "Switch one fault off, or all.", mixinStandardHelpOptions = true)
  int off(
      @Mixin HubOptions hub,
      @Parameters(paramLabel = "PARTNER", description = PARTNER) String partner,
      @Parameters(
              paramLabel = "NAME",
              arity = "0..1",
              description = "The fault; all when left out.")
          @Nullable String name)
      throws Exception {
    String query = name == null ? "" : "?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8);
    return print(hub, desk(hub).delete(path(partner, "faults") + query));
  }

  private static int print(HubOptions hub, JsonNode faults) throws Exception {
    hub.print(
        faults,
        () ->
            JsonTable.of(
                faults.path("faults"), "name", "on", "rate", "seed", "strikes", "meaning"));
    return ExitCodes.OK;
  }

  private static HubApi desk(HubOptions hub) {
    String url = hub.hub().settings().getOrDefault("sandbox.url", "");
    if (url.isEmpty()) {
      throw new StartRefused("this hub has no sandbox: it runs in production");
    }
    return new HubApi(URI.create(url), "");
  }

  private static String path(String partner, String page) {
    return "/_sandbox/" + URLEncoder.encode(partner, StandardCharsets.UTF_8) + "/" + page;
  }

  private static void putIfGiven(Map<String, Object> order, String name, @Nullable Object value) {
    if (value != null) {
      order.put(name, value);
    }
  }
}
