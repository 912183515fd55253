package io.entrepot.connectors.spi.sandbox;

/** A simulated partner at work, with what the frame holds for it. */
record OpenPartner(String id, SimulatedPartner partner, SandboxSite site) implements AutoCloseable {
  @Override
  public void close() {
    site.errands().close();
    site.books().close();
  }
}
