package io.entrepot.app.cli;

import io.entrepot.app.node.RunFile;
import java.nio.file.Path;

/** Finds the hub that runs on a data directory. */
final class RunningHub {
  private RunningHub() {}

  static RunFile at(Path data) {
    return RunFile.find(data).orElseThrow(() -> new NoHubRunning(data));
  }
}
