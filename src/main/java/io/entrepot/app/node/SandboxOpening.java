package io.entrepot.app.node;

import io.entrepot.app.embedded.StartRefused;
import io.entrepot.connectors.spi.Connector;
import io.entrepot.connectors.spi.sandbox.Sandbox;
import io.entrepot.connectors.spi.sandbox.SandboxOptions;
import io.entrepot.connectors.spi.sandbox.SandboxServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.springframework.context.SmartLifecycle;

/** Lets the simulated partners take up their books before the first route can call them. */
final class SandboxOpening implements SmartLifecycle {
  private final Optional<SandboxServer> server;
  private final List<Connector> connectors;
  private final Path data;
  private final PublicUrl hub;
  private volatile boolean open;

  SandboxOpening(
      Optional<SandboxServer> server, List<Connector> connectors, Path data, PublicUrl hub) {
    this.server = server;
    this.connectors = List.copyOf(connectors);
    this.data = data;
    this.hub = hub;
  }

  @Override
  public void start() {
    try {
      if (server.isPresent()) {
        server.get().open(options(), sandboxes());
      }
      open = true;
    } catch (IOException e) {
      throw new StartRefused("the sandbox cannot open its books in " + data + ": " + e, e);
    }
  }

  private SandboxOptions options() {
    return SandboxOptions.inDirectory(data.resolve("sandbox"), () -> Optional.of(hub.get()));
  }

  private List<Sandbox> sandboxes() {
    return connectors.stream().map(Connector::sandbox).flatMap(Optional::stream).toList();
  }

  /** The server goes with the node's other parts, after everything that may still call it. */
  @Override
  public void stop() {
    open = false;
  }

  @Override
  public boolean isRunning() {
    return open;
  }

  @Override
  public int getPhase() {
    return Integer.MIN_VALUE;
  }
}
