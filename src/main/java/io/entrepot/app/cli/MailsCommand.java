package io.entrepot.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrepot.app.launch.ExitCodes;
import io.entrepot.app.launch.HubOptions;
import io.entrepot.app.launch.JsonTable;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./hub mails}: what the mail sink has kept. */
@Command(
    name = "mails",
    description = "Read the mails that the embedded mail sink has kept (development only).",
    mixinStandardHelpOptions = true)
final class MailsCommand implements Callable<Integer> {
  @Mixin private HubOptions hub = new HubOptions();

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "20",
      description = "How many at most (default: ${DEFAULT-VALUE}).")
  private int limit = 20;

  @Override
  public Integer call() throws Exception {
    JsonNode page = hub.api().get("/api/v1/ops/mails?limit=" + limit);
    hub.print(
        page,
        () ->
            JsonTable.of(page.path("items"), "received_at", "to", "subject", "id")
                + "%n%d in all".formatted(page.path("total").asLong()));
    return ExitCodes.OK;
  }
}
