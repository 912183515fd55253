package io.entrepot.core.commit;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a group of commands means to the database. Called on the engine's threads; several groups
 * may be at work at once, on this node and on others.
 */
public interface GroupWork<C, R> {
  /**
   * Decides and writes all commands within the running transaction. A refusal is a result; an
   * exception undoes the group, which is then tried again, at last in parts.
   *
   * @return a result for each command, in their order; given to the callers once it is durable
   */
  List<R> decide(List<C> commands);

  /**
   * What an earlier try has made durable, found by idempotency key. Asked after every failure, for
   * a commit whose answer was lost may have happened.
   *
   * @return an entry for each command, in their order; empty where nothing is known
   */
  List<Optional<R>> known(List<C> commands);

  /** Runs one try; the place to hold a lock of the cluster around it. */
  default <T> T guarded(List<C> commands, Supplier<T> attempt) {
    return attempt.get();
  }
}
