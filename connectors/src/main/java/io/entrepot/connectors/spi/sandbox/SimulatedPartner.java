package io.entrepot.connectors.spi.sandbox;

import java.util.List;

/** A simulated partner at work. Called by many threads. */
public interface SimulatedPartner {
  /**
   * Answers as the partner would. What was put into the books is on disk before the answer leaves.
   */
  SandboxAnswer answer(SandboxRequest request);

  /** What it believes, in counts and sums. */
  BooksSummary summary();

  /** Its things as they stand now, for its page; the newest first, at most so many rows each. */
  default List<BooksTable> tables(int rowsMax) {
    return List.of();
  }

  /** Goes on with what the books say is unfinished; called when the server answers. */
  default void resume() {}
}
