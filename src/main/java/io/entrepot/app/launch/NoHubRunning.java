package io.entrepot.app.launch;

import java.nio.file.Path;

/** A verb that needs a running hub found none on its data directory. */
public final class NoHubRunning extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public NoHubRunning(Path data) {
    super("no hub runs on " + data + ": start one with ./hub up, or name its directory by --data");
  }
}
