package io.entrepot.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrepot.app.launch.ExitCodes;
import io.entrepot.app.launch.HubOptions;
import io.entrepot.app.launch.JsonTable;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./hub partner authorise PARTNER}. */
@Command(
    name = "authorise",
    description = "The address where the owner of an account lets the hub in (OAuth 2).",
    mixinStandardHelpOptions = true)
final class AuthoriseCommand implements Callable<Integer> {
  @Mixin private HubOptions hub = new HubOptions();

  @Parameters(paramLabel = "PARTNER", description = "Its id, as ./hub partner list has it.")
  private String partner = "";

  @Option(names = "--status", description = "Only show what is known of its tokens.")
  private boolean status;

  @Override
  public Integer call() throws Exception {
    String path = "/api/v1/ops/partners/" + partner + "/authorisation";
    if (status) {
      JsonNode tokens = hub.api().get(path);
      hub.print(
          tokens,
          () -> JsonTable.of(tokens, "name", "state", "generation", "expires_at", "problem"));
      return ExitCodes.OK;
    }
    JsonNode start = hub.api().post(path, Map.of());
    hub.print(
        start,
        () ->
            "Open this in a browser before %s, as the owner of the account:%n%s"
                .formatted(start.path("expires_at").asText(), start.path("url").asText()));
    return ExitCodes.OK;
  }
}
