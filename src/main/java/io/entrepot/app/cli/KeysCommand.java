package io.entrepot.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrepot.app.launch.ExitCodes;
import io.entrepot.app.launch.HubOptions;
import io.entrepot.app.launch.JsonTable;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ./hub keys list|rotate|add|activate|reencrypt}. */
@Command(
    name = "keys",
    description = "The key ring of the running hub, which seals secrets and personal data.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "list|rotate|add|activate|reencrypt")
final class KeysCommand {
  private static final String PATH = "/api/v1/ops/keys";

  @Command(description = "Ids of the keys, and what they seal.", mixinStandardHelpOptions = true)
  int list(@Mixin HubOptions hub) throws Exception {
    return print(hub, hub.api().get(PATH));
  }

  @Command(
      description = "Add a key and seal with it from now on; old keys still open.",
      mixinStandardHelpOptions = true)
  int rotate(@Mixin HubOptions hub) throws Exception {
    return print(hub, hub.api().post(PATH + "/rotate", Map.of()));
  }

  @Command(
      description = "Add a key without using it yet, to carry it to every node's file first.",
      mixinStandardHelpOptions = true)
  int add(@Mixin HubOptions hub) throws Exception {
    return print(hub, hub.api().post(PATH, Map.of()));
  }

  @Command(description = "Seal with that key from now on.", mixinStandardHelpOptions = true)
  int activate(
      @Mixin HubOptions hub,
      @Parameters(paramLabel = "KEY", description = "Its id, as ./hub keys list has it.") String id)
      throws Exception {
    return print(hub, hub.api().post(PATH + "/" + id + "/activate", Map.of()));
  }

  @Command(
      description = "Seal all credentials anew with the active key; exits 1 if one cannot be.",
      mixinStandardHelpOptions = true)
  int reencrypt(@Mixin HubOptions hub) throws Exception {
    JsonNode result = hub.api().post(PATH + "/reencrypt", Map.of());
    hub.print(
        result,
        () ->
            "%d sealed anew, %d failed"
                .formatted(result.path("done").asInt(), result.path("failed").asInt()));
    return result.path("failed").asInt() == 0 ? ExitCodes.OK : ExitCodes.CHECK_FAILED;
  }

  private static int print(HubOptions hub, JsonNode keys) throws Exception {
    hub.print(keys, () -> JsonTable.of(keys, "id", "active", "credentials"));
    return ExitCodes.OK;
  }
}
