package io.entrepot.app.bench;

/** One named measurement; its baseline runs in the same run, alternating with it. */
public interface Benchmark {
  /** The word after {@code ./hub bench}. */
  String name();

  /** One line for {@code --list}: what is measured against what. */
  String purpose();

  /**
   * Measures.
   *
   * @throws Exception when the measurement cannot be taken; a figure that misses its goal is no
   *     exception
   */
  Result run(Workbench bench) throws Exception;
}
