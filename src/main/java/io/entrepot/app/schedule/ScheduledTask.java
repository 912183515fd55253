package io.entrepot.app.schedule;

/**
 * Work that a schedule may name as {@code task:<name>}; a bean. It may be run again after a crash
 * in its middle, so it must be able to stand that.
 */
public interface ScheduledTask {
  String name();

  /**
   * Does the work, at most {@link TaskRun#limit()} items of it.
   *
   * @return one line for people: what was done
   * @throws Exception when it could not be done; the message is shown to the operator
   */
  String run(TaskRun run) throws Exception;
}
