package io.entrepot.app.prove;

import io.entrepot.app.bench.Result;
import io.entrepot.app.bench.Workbench;

/** One promise under attack; ends within twelve minutes at its defaults. */
public interface Proof {
  /** The word after {@code ./hub prove}. */
  String name();

  /** One line for {@code --list}: which promise, attacked how. */
  String purpose();

  /**
   * Attacks.
   *
   * @param seed of the workload: the same seed makes the same input. The moment of a kill is not
   *     reproducible.
   * @throws Exception when the attack cannot be carried out; a broken promise is a figure that
   *     misses its goal
   */
  Result run(long seed, Workbench bench) throws Exception;
}
