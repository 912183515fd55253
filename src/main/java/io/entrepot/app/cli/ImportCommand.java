package io.entrepot.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.entrepot.app.launch.ExitCodes;
import io.entrepot.app.launch.HubApi;
import io.entrepot.app.launch.HubOptions;
import io.entrepot.app.launch.JsonTable;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./hub import FILE --mapping M} and {@code import list|show|errors|refused}. */
@Command(
    name = "import",
    description =
        "Import a file of orders and wait for its end; exits 1 when it failed, 2 when the file"
            + " cannot be read as orders at all.",
    mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {
  private static final String BATCH = "The import's id, as ./hub import list has it.";
  private static final CSVFormat WITH_HEADER =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
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

  @Option(
      names = "--open-stock",
      description =
          "First make the file's products known and receive their stock, by product.inbound beside"
              + " the mapping: for a first load.")
  private boolean openStock;

  @Override
  public Integer call() throws Exception {
    if (file == null || mapping == null) {
      throw new ParameterException(command().commandLine(), "say FILE and --mapping NAME");
    }
    if (!Files.isReadable(file)) {
      throw new ParameterException(command().commandLine(), file + " cannot be read");
    }
    HubApi api = hub.api();
    JsonNode started =
        api.upload(PATH + "?mapping=" + encoded(mapping) + name(file) + stock(), file);
    JsonNode ended =
        ImportProgress.awaitEnd(
            () -> api.get(PATH + "/" + started.path("batch_id").asText()),
            command().commandLine().getErr());
    hub.print(ended, () -> ImportProgress.summary(ended));
    return ended.path("status").asText().equals("COMPLETED")
        ? ExitCodes.OK
        : ExitCodes.CHECK_FAILED;
  }

  private String stock() {
    return openStock ? "&stock=FROM_FILE" : "";
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
    return print(hub, batch + "/errors");
  }

  @Command(
      description = "The orders that were not placed, and why, as CSV.",
      mixinStandardHelpOptions = true)
  int refused(
      @Mixin HubOptions hub, @Parameters(paramLabel = "BATCH", description = BATCH) UUID batch)
      throws Exception {
    return print(hub, batch + "/refused");
  }

  private static int print(HubOptions hub, String list) throws Exception {
    String csv = hub.api().text(PATH + "/" + list);
    hub.print(rows(csv), csv::stripTrailing);
    return ExitCodes.OK;
  }

  /** Each row as an object by column. */
  private static ArrayNode rows(String csv) throws IOException {
    ArrayNode rows = JsonNodeFactory.instance.arrayNode();
    try (CSVParser parser = CSVParser.parse(csv.replace("\uFEFF", ""), WITH_HEADER)) {
      for (CSVRecord row : parser) {
        row.toMap().forEach(rows.addObject()::put);
      }
    }
    return rows;
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
