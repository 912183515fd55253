package io.entrepot.connectors.spi.sandbox;

import java.util.List;

/**
 * A partner that can be simulated, to its own wire format. It must not use its client's classes.
 */
public interface Sandbox {
  /** The partner's id; the simulation answers below {@code /{partner}/}. */
  String partner();

  /**
   * The faults it knows beside those of the wire and the clock: its own, and {@link
   * StandardFault#CREDENTIALS} or {@link StandardFault#NOTICES} if it checks or sends them.
   */
  default List<FaultName> faults() {
    return List.of();
  }

  /** Takes up what the books say. Called once for each server; returns quickly. */
  SimulatedPartner open(SandboxSite site);
}
