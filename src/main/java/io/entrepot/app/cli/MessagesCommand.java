package io.entrepot.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrepot.app.launch.ExitCodes;
import io.entrepot.app.launch.HubOptions;
import io.entrepot.app.launch.JsonTable;
import io.entrepot.app.message.MessageStatus;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./hub messages list|show}. */
@Command(
    name = "messages",
    description = "See the messages in and out of the running hub.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "list|show")
final class MessagesCommand {
  private static final String PATH = "/api/v1/ops/messages";

  @Command(description = "The newest messages.", mixinStandardHelpOptions = true)
  int list(
      @Mixin HubOptions hub,
      @Option(
              names = "--status",
              paramLabel = "STATUS",
              description = "Only of one status: ${COMPLETION-CANDIDATES}.")
          @Nullable MessageStatus status,
      @Option(
              names = "--partner",
              paramLabel = "ID",
              description = "Only of one partner; ./hub partner list has their ids.")
          @Nullable String partner,
      @Option(
              names = "--limit",
              paramLabel = "N",
              defaultValue = "50",
              description = "How many at most (default: ${DEFAULT-VALUE}).")
          int limit)
      throws Exception {
    String query =
        "?limit="
            + limit
            + parameter("status", status == null ? null : status.name())
            + parameter("partner", partner);
    JsonNode page = hub.api().get(PATH + query);
    hub.print(
        page,
        () ->
            JsonTable.of(
                page.path("items"),
                "created_at",
                "id",
                "direction",
                "partner",
                "document",
                "entity_key",
                "status",
                "attempts",
                "error_class"));
    return ExitCodes.OK;
  }

  @Command(
      description = "One message with its content; personal data are masked.",
      mixinStandardHelpOptions = true)
  int show(
      @Mixin HubOptions hub,
      @Parameters(paramLabel = "ID", description = "As ./hub messages list has it.") UUID id)
      throws Exception {
    JsonNode message = hub.api().get(PATH + "/" + id);
    hub.print(message, message::toPrettyString);
    return ExitCodes.OK;
  }

  private static String parameter(String name, @Nullable String value) {
    return value == null ? "" : "&" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
