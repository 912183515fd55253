package io.entrepot.app.launch;

import java.net.URI;
import java.nio.file.Path;

/** A verb that needs a running hub found none on its data directory. */
public final class NoHubRunning extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NoHubRunning(URI url) {
    super(
        "nothing answers at "
            + url
            + ": the hub is starting or stopping, or gone; what it has taken goes on at its next"
            + " ./hub up");
  }

  public NoHubRunning(Path data) {
    super("no hub runs on " + data + ": start one with ./hub up, or name its directory by --data");
  }
}
