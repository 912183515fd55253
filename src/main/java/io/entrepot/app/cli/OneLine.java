package io.entrepot.app.cli;

import io.entrepot.app.embedded.StartRefused;
import io.entrepot.app.launch.ExitCodes;
import io.entrepot.app.launch.HubRefused;
import io.entrepot.app.launch.NoHubRunning;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** A failure as one line; the whole story only where {@code ENTREPOT_HUB_DEBUG} is set. */
final class OneLine {
  private OneLine() {}

  static int tell(Exception failure, CommandLine command, ParseResult parsed) {
    if (System.getenv("ENTREPOT_HUB_DEBUG") != null) {
      failure.printStackTrace(command.getErr());
    }
    text(failure).lines().forEach(line -> command.getErr().println("hub: " + line));
    return exitCode(failure);
  }

  static int exitCode(Throwable failure) {
    return failure instanceof NoHubRunning ? ExitCodes.NO_HUB : ExitCodes.REFUSED;
  }

  private static String text(Exception failure) {
    if (failure instanceof StartRefused
        || failure instanceof NoHubRunning
        || failure instanceof HubRefused) {
      return Objects.requireNonNull(failure.getMessage());
    }
    return failure + " (set ENTREPOT_HUB_DEBUG=1 to see where)";
  }
}
