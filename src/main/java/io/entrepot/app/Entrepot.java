package io.entrepot.app;

import io.entrepot.app.cli.HubCommand;

/** The node's entry: every verb of {@code ./hub} starts here. */
public final class Entrepot {
  private Entrepot() {}

  public static void main(String[] args) {
    System.exit(HubCommand.run(args));
  }
}
