package io.entrepot.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrepot.app.launch.ExitCodes;
import io.entrepot.app.launch.HubOptions;
import io.entrepot.app.launch.JsonTable;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ./hub partner new|list|test|import|credential|authorise}. */
@Command(
    name = "partner",
    description = "Make partners, see those of the running hub, and test their connections.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "new|list|test|import|credential|authorise",
    subcommands = {
      PartnerNewCommand.class,
      PartnerImportCommand.class,
      CredentialCommand.class,
      AuthoriseCommand.class
    })
final class PartnerCommand {
  private static final String PATH = "/api/v1/ops/partners";

  @Command(description = "All partners and how they do.", mixinStandardHelpOptions = true)
  int list(@Mixin HubOptions hub) throws Exception {
    JsonNode partners = hub.api().get(PATH);
    hub.print(
        partners,
        () ->
            JsonTable.of(
                partners,
                "id",
                "title",
                "configured",
                "up",
                "calls",
                "failures",
                "latency_millis",
                "last_error"));
    return ExitCodes.OK;
  }

  @Command(
      description = "Ask the partner something harmless; exits 1 when it does not work.",
      mixinStandardHelpOptions = true)
  int test(
      @Mixin HubOptions hub,
      @Parameters(paramLabel = "ID", description = "As ./hub partner list has it.") String id)
      throws Exception {
    JsonNode result = hub.api().post(PATH + "/" + id + "/test", Map.of());
    boolean ok = result.path("ok").asBoolean();
    hub.print(
        result,
        () ->
            "%s: %s, %s (%d ms)"
                .formatted(
                    id,
                    ok ? "works" : "does not work",
                    result.path("detail").asText(),
                    result.path("latency_millis").asLong()));
    return ok ? ExitCodes.OK : ExitCodes.CHECK_FAILED;
  }
}
