package io.entrepot.core.commit;

import java.time.Duration;

/**
 * Bounds of one engine.
 *
 * @param groupAtMost commands of one transaction
 * @param waitingAtMost commands that may wait; one more is told to try later
 * @param writers groups that are at work at once: with two, one decides while the other commits
 * @param patience how long a command may wait for its turn, and how long a group is tried again
 *     while the database is away or busy
 * @param drainWithin how long a shutdown lets the waiting commands be worked off
 */
public record GroupTerms(
    int groupAtMost, int waitingAtMost, int writers, Duration patience, Duration drainWithin) {

  public GroupTerms {
    requirePositive("groupAtMost", groupAtMost);
    requirePositive("waitingAtMost", waitingAtMost);
    requirePositive("writers", writers);
    requirePositive("patience", patience.toMillis());
    requirePositive("drainWithin", drainWithin.toMillis());
  }

  private static void requirePositive(String what, long number) {
    if (number < 1) {
      throw new IllegalArgumentException("%s is %d; it must be positive".formatted(what, number));
    }
  }
}
