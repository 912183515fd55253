package io.entrepot.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrepot.app.launch.ExitCodes;
import io.entrepot.app.launch.HubOptions;
import io.entrepot.app.launch.JsonTable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ./hub order ID}: the whole way of one order. */
@Command(
    name = "order",
    description = "Show the whole way of an order, with every message in and out.",
    mixinStandardHelpOptions = true)
final class OrderCommand implements Callable<Integer> {
  @Mixin private HubOptions hub = new HubOptions();

  @Parameters(paramLabel = "ID", description = "The order's id, or CHANNEL:REFERENCE.")
  private String id = "";

  @Override
  public Integer call() throws Exception {
    String path = URLEncoder.encode(id, StandardCharsets.UTF_8);
    JsonNode timeline = hub.api().get("/api/v1/ops/orders/timeline?of=" + path);
    hub.print(timeline, () -> text(timeline));
    return ExitCodes.OK;
  }

  private static String text(JsonNode timeline) {
    return "Order %s (%s %s)  %s  %s%n%s"
        .formatted(
            timeline.path("order_id").asText(),
            timeline.path("channel").asText(),
            timeline.path("reference").asText(),
            timeline.path("status").asText(),
            timeline.path("total").asText(),
            JsonTable.of(
                timeline.path("hops"),
                "at",
                "kind",
                "system",
                "direction",
                "what",
                "state",
                "detail"));
  }
}
