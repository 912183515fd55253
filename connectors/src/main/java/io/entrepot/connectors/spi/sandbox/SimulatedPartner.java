package io.entrepot.connectors.spi.sandbox;

/** A simulated partner at work. Called by many threads. */
public interface SimulatedPartner {
  /**
   * Answers as the partner would. What was put into the books is on disk before the answer leaves.
   */
  SandboxAnswer answer(SandboxRequest request);

  /** What it believes, in counts and sums. */
  BooksSummary summary();

  /** Goes on with what the books say is unfinished; called when the server answers. */
  default void resume() {}
}
