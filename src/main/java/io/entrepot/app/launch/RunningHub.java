package io.entrepot.app.launch;

import io.entrepot.app.node.RunFile;
import java.nio.file.Path;

/** Finds the hub that runs on a data directory. */
public final class RunningHub {
  private RunningHub() {}

  /**
   * Reads its run file.
   *
   * @throws NoHubRunning when none does
   */
  public static RunFile at(Path data) {
    return RunFile.find(data).orElseThrow(() -> new NoHubRunning(data));
  }
}
