package io.entrepot.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrepot.app.embedded.StartRefused;
import io.entrepot.app.launch.ExitCodes;
import io.entrepot.app.launch.HubOptions;
import io.entrepot.app.launch.JsonTable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./hub partner credential set|list|delete}. */
@Command(
    name = "credential",
    description = "Secrets of a partner, sealed in the database of the running hub.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "set|list|delete")
final class CredentialCommand {
  private static final String PARTNER = "Its id, as ./hub partner list has it.";
  private static final int BYTES_MAX = 65_536;
  private static final long SECONDS_OF_HOUR = 3_600;

  @Command(
      description = "Store a secret, read from standard input or a file, never from an argument.",
      mixinStandardHelpOptions = true)
  int set(
      @Mixin HubOptions hub,
      @Parameters(paramLabel = "PARTNER", description = PARTNER) String partner,
      @Parameters(paramLabel = "NAME", description = "Of the setting, such as api-key.")
          String name,
      @Option(names = "--file", paramLabel = "FILE", description = "Instead of standard input.")
          @Nullable Path file,
      @Option(
              names = "--overlap-hours",
              paramLabel = "N",
              defaultValue = "0",
              description = "How long the partner may still prove itself with the old one.")
          long overlapHours)
      throws Exception {
    Map<String, Object> body =
        Map.of("value", value(file), "overlap_seconds", overlapHours * SECONDS_OF_HOUR);
    JsonNode stored = hub.api().post(path(partner) + "/" + name, body);
    hub.print(
        stored,
        () ->
            "%s/%s: version %d is in force, sealed with key %s"
                .formatted(
                    partner, name, stored.path("version").asInt(), stored.path("key_id").asText()));
    return ExitCodes.OK;
  }

  @Command(description = "Names, keys and age; never a value.", mixinStandardHelpOptions = true)
  int list(
      @Mixin HubOptions hub,
      @Parameters(paramLabel = "PARTNER", description = PARTNER) String partner)
      throws Exception {
    JsonNode credentials = hub.api().get(path(partner));
    hub.print(
        credentials,
        () ->
            JsonTable.of(
                credentials, "name", "version", "state", "key_id", "age_days", "created_by"));
    return ExitCodes.OK;
  }

  @Command(
      description = "Forget a secret; the setting of the environment counts again.",
      mixinStandardHelpOptions = true)
  int delete(
      @Mixin HubOptions hub,
      @Parameters(paramLabel = "PARTNER", description = PARTNER) String partner,
      @Parameters(paramLabel = "NAME", description = "The credential's name.") String name)
      throws Exception {
    JsonNode nothing = hub.api().delete(path(partner) + "/" + name);
    hub.print(nothing, () -> partner + "/" + name + ": deleted");
    return ExitCodes.OK;
  }

  private static String path(String partner) {
    return "/api/v1/ops/partners/" + partner + "/credentials";
  }

  /** Without the line end that editors and {@code echo} put behind it. */
  private static String value(@Nullable Path file) throws IOException {
    byte[] bytes = file == null ? System.in.readNBytes(BYTES_MAX) : Files.readAllBytes(file);
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.replaceFirst("\\r?\\n$", "");
    } catch (CharacterCodingException e) {
      throw new StartRefused("the secret is no UTF-8 text: store binary ones as base64");
    }
  }
}
