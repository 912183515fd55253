package io.entrepot.app.workbench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entrepot.app.embedded.StartRefused;
import io.entrepot.app.launch.ExitCodes;
import io.entrepot.app.mapping.MappingBundle;
import io.entrepot.app.mapping.MappingReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./hub mapping import-json FILE}. */
@Command(
    name = "import-json",
    description = {
      "Make mapping files of ours from a JSON file of field pairs",
      "({\"data_mappings\": {\"wms_to_shopee\": {\"product_code\": \"sku\"}}}), and name what the",
      "pairs leave open. Needs no running hub, puts nothing in force."
    },
    mixinStandardHelpOptions = true)
final class MappingImportCommand implements Callable<Integer> {
  @Mixin private Desk desk = new Desk();

  @Parameters(paramLabel = "FILE", description = "The JSON file.")
  private Path file = Path.of("");

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Mappings folder to write to (default: only tell what would be written).")
  private @Nullable Path out;

  @Spec private @Nullable CommandSpec command;

  @Override
  public Integer call() throws Exception {
    return desk.checked(this::importPairs);
  }

  private int importPairs() throws Exception {
    List<PairsMapping> made;
    try {
      made = FieldPairs.read(file.toString(), bytes()).stream().map(PairsMapping::of).toList();
    } catch (FieldPairs.BadPairs e) {
      Objects.requireNonNull(command).commandLine().getErr().println("hub: " + e.getMessage());
      return ExitCodes.CHECK_FAILED;
    }
    made.forEach(MappingImportCommand::requireSound);
    List<String> written = out == null ? List.of() : write(made, out);
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.set("mappings", Desk.tree(made));
    json.set("written", Desk.tree(written));
    desk.hub().print(json, () -> text(made, written));
    return ExitCodes.OK;
  }

  private byte[] bytes() {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new StartRefused(file + " cannot be read: " + e, e);
    }
  }

  /** What we make must pass our own checks. */
  private static void requireSound(PairsMapping made) {
    byte[] schema = made.schema().getBytes(StandardCharsets.UTF_8);
    CheckReport report =
        CheckReport.of(
            MappingReader.read(
                made.mapping(),
                made.file().getBytes(StandardCharsets.UTF_8),
                path -> path.equals(made.schemaPath()) ? schema : null));
    if (!report.passed()) {
      throw new IllegalStateException(String.join("; ", report.lines()));
    }
  }

  private static List<String> write(List<PairsMapping> made, Path folder) throws IOException {
    for (PairsMapping mapping : made) {
      for (String path : paths(mapping)) {
        if (Files.exists(folder.resolve(path))) {
          throw new StartRefused(
              folder.resolve(path) + " is there already: take it away, or give another --out");
        }
      }
    }
    List<String> written = new ArrayList<>();
    for (PairsMapping mapping : made) {
      Files.createDirectories(folder.resolve(mapping.schemaPath()).getParent());
      Files.writeString(folder.resolve(MappingBundle.path(mapping.mapping())), mapping.file());
      Files.writeString(folder.resolve(mapping.schemaPath()), mapping.schema());
      written.addAll(paths(mapping));
    }
    return written;
  }

  private static List<String> paths(PairsMapping mapping) {
    return List.of(MappingBundle.path(mapping.mapping()), mapping.schemaPath());
  }

  private static String text(List<PairsMapping> made, List<String> written) {
    StringBuilder text = new StringBuilder();
    for (PairsMapping mapping : made) {
      text.append("%s, %d gaps%n".formatted(mapping.mapping(), mapping.gaps().size()));
      mapping.gaps().forEach(gap -> text.append("  %s%n".formatted(gap)));
    }
    written.forEach(path -> text.append("written: %s%n".formatted(path)));
    if (written.isEmpty()) {
      text.append("nothing written: say --out DIR");
    }
    return text.toString().stripTrailing();
  }
}
