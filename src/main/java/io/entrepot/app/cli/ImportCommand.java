package io.entrepot.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrepot.app.launch.ExitCodes;
import io.entrepot.app.launch.HubApi;
import io.entrepot.app.launch.HubOptions;
import io.entrepot.app.launch.JsonTable;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./hub import FILE --mapping M} and {@code import list|show|errors}. */
@Command(
    name = "import",
    description = "Import a file of orders and wait for its end; exits 1 when it failed.",
    mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {
  private static final String BATCH = "The import's id, as ./hub import list has it.";
  private static final String PATH = "/api/v1/ops/imports";

  @Mixin private HubOptions hub = new HubOptions();

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "FILE", arity = "0..1", description = "CSV file of orders.")
  private @Nullable Path file;

  @Option(
      names = "--mapping",
      paramLabel = "NAME",
      description = "Mapping of its rows, such as online-retail/order.inbound.")
  private @Nullable String mapping;

  @Override
  public Integer call() throws Exception {
    if (file == null || mapping == null) {
      throw new ParameterException(command().commandLine(), "say FILE and --mapping NAME");
    }
    if (!Files.isReadable(file)) {
      throw new ParameterException(command().commandLine(), file + " cannot be read");
    }
    HubApi api = hub.api();
    JsonNode started = api.upload(PATH + "?mapping=" + encoded(mapping) + name(file), file);
    JsonNode ended =
        ImportProgress.awaitEnd(
            () -> api.get(PATH + "/" + started.path("batch_id").asText()),
            command().commandLine().getErr());
    hub.print(ended, () -> ImportProgress.summary(ended));
    return ended.path("status").asText().equals("COMPLETED")
        ? ExitCodes.OK
        : ExitCodes.CHECK_FAILED;
  }

  @Command(description = "The latest imports.", mixinStandardHelpOptions = true)
  int list(@Mixin HubOptions hub) throws Exception {
    JsonNode imports = hub.api().get(PATH);
    hub.print(
        imports,
        () ->
            JsonTable.of(
                imports,
                "created_at",
                "batch_id",
                "file",
                "mapping",
                "status",
                "rows_read",
                "orders_placed",
                "orders_refused",
                "rows_rejected"));
    return ExitCodes.OK;
  }

  @Command(description = "One import.", mixinStandardHelpOptions = true)
  int show(@Mixin HubOptions hub, @Parameters(paramLabel = "BATCH", description = BATCH) UUID batch)
      throws Exception {
    JsonNode found = hub.api().get(PATH + "/" + batch);
    hub.print(found, () -> ImportProgress.summary(found));
    return ExitCodes.OK;
  }

  @Command(
      description = "The error file as CSV: mend its rows and import it again.",
      mixinStandardHelpOptions = true)
  int errors(
      @Mixin HubOptions hub, @Parameters(paramLabel = "BATCH", description = BATCH) UUID batch)
      throws Exception {
    PrintWriter out = command().commandLine().getOut();
    out.print(hub.api().text(PATH + "/" + batch + "/errors"));
    out.flush();
    return ExitCodes.OK;
  }

  private static String name(Path file) {
    return "&file=" + encoded(Objects.requireNonNull(file.getFileName()).toString());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private CommandSpec command() {
    return Objects.requireNonNull(spec);
  }
}
