package io.entrepot.app.cli;

import io.entrepot.app.launch.ExitCodes;
import io.entrepot.app.node.SettingsReader;
import io.entrepot.app.partner.integrations.Integrations;
import io.entrepot.app.partner.integrations.Integrations.Imported;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./hub partner import FILE}: needs no running hub. */
@Command(
    name = "import",
    description = {
      "Turn an integrations.yaml into declared connectors and schedules in the definitions folder,",
      "which the hub takes up when it starts. Names every gap with its line; exits 1 if there is"
          + " one."
    },
    mixinStandardHelpOptions = true)
final class PartnerImportCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec command;

  @Parameters(paramLabel = "FILE", description = "The integrations.yaml.")
  private Path file = Path.of("integrations.yaml");

  @Option(
      names = "--into",
      paramLabel = "DIR",
      description = "The definitions folder (default: ENTREPOT_DEFINITIONS).")
  private @Nullable Path into;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      defaultValue = "Asia/Seoul",
      converter = ZoneOption.class,
      description = "The time zone of its schedules (default: ${DEFAULT-VALUE}).")
  private ZoneId zone = ZoneId.of("Asia/Seoul");

  @Option(
      names = "--as",
      paramLabel = "NAME=ID",
      description = "Another id for one of its systems, where a partner has that id already.")
  private Map<String, String> renamed = Map.of();

  @Option(
      names = "--force",
      description = "Write over files that are there and say something else.")
  private boolean force;

  @Override
  public Integer call() throws Exception {
    Path folder =
        into != null ? into : SettingsReader.read(System.getenv(), Map.of()).definitions();
    Imported imported =
        new Integrations(
                folder, zone, renamed, name -> Optional.ofNullable(System.getenv(name)), force)
            .read(file);
    if (command != null) {
      PrintWriter out = command.commandLine().getOut();
      imported.files().forEach(path -> out.println("wrote " + path));
      imported.gaps().forEach(gap -> out.println("gap   " + gap));
      out.flush();
    }
    return imported.gaps().isEmpty() ? ExitCodes.OK : ExitCodes.CHECK_FAILED;
  }
}
