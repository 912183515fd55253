package io.entrepot.app.cli;

import io.entrepot.app.bench.BenchCommand;
import io.entrepot.app.demo.DemoCommand;
import io.entrepot.app.launch.ExitCodes;
import io.entrepot.app.prove.ProveCommand;
import io.entrepot.app.reconcile.ReconcileCommand;
import io.entrepot.app.schedule.ScheduleCommand;
import io.entrepot.app.workbench.MappingCommand;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.TypeConversionException;

/** {@code ./hub}: the verbs that run in this process and those that call the running hub. */
@Command(
    name = "hub",
    description = "Entrepot: an integration hub around a commerce core.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "VERB",
    subcommands = {
      UpCommand.class,
      DemoCommand.class,
      ImportCommand.class,
      OrderCommand.class,
      MessagesCommand.class,
      PartnerCommand.class,
      KeysCommand.class,
      MailsCommand.class,
      SandboxCommand.class,
      BenchCommand.class,
      ProveCommand.class,
      ReconcileCommand.class,
      ScheduleCommand.class,
      MappingCommand.class,
      TrainCommand.class,
      CommandLine.HelpCommand.class,
    },
    footer = {
      "",
      "./hub test runs all checks and tests, as the build server does.",
      "Settings are environment variables: entrepot.a.b is ENTREPOT_A_B.",
      "Exit: 0 ok, 1 a check failed, 2 usage or environment, 3 no hub running."
    })
public final class HubCommand {
  private HubCommand() {}

  /** Runs one verb; the answer is the exit code. */
  public static int run(String... args) {
    CommandLine commands = commands();
    // Standard output is for the answer alone, which may be JSON: log and libraries go beside it.
    System.setOut(System.err);
    int code = args.length == 0 ? usage(commands) : commands.execute(args);
    commands.getOut().flush();
    return code;
  }

  /** The verbs there are, by name. */
  public static Set<String> verbs() {
    return commands().getSubcommands().keySet();
  }

  static CommandLine commands() {
    CommandLine commands = new CommandLine(new HubCommand());
    tellVersion(commands);
    commands.registerConverter(UUID.class, HubCommand::id);
    return commands
        .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
        .setExitCodeExceptionMapper(OneLine::exitCode)
        .setExecutionExceptionHandler(OneLine::tell)
        .setCaseInsensitiveEnumValuesAllowed(true);
  }

  private static UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException("'" + text + "' is no id, which the lists show");
    }
  }

  private static void tellVersion(CommandLine command) {
    String version = HubCommand.class.getPackage().getImplementationVersion();
    command
        .getCommandSpec()
        .version("Entrepot " + (version == null ? "of loose classes" : version));
    command.getSubcommands().values().forEach(HubCommand::tellVersion);
  }

  private static int usage(CommandLine commands) {
    commands.usage(commands.getErr());
    return ExitCodes.REFUSED;
  }
}
