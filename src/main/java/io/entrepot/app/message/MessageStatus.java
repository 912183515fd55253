package io.entrepot.app.message;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;

/** Where a message stands; every change is checked against {@link #NEXT} and again by its SQL. */
public enum MessageStatus {
  /** Stored and answered, not yet worked. */
  RECEIVED,
  /** Somebody works on it; inbound under a lease, so that a crash only delays it. */
  PROCESSING,
  DONE,
  /** Failed, will be tried again by itself. */
  RETRY,
  /** Failed for good, until an operator heals it. */
  DEAD;

  private static final Map<MessageStatus, Set<MessageStatus>> NEXT =
      Map.of(
          RECEIVED, Set.of(PROCESSING),
          PROCESSING, Set.of(PROCESSING, DONE, RETRY, DEAD),
          RETRY, Set.of(PROCESSING, DEAD),
          DEAD, Set.of(RETRY),
          DONE, Set.of());

  boolean mayBecome(MessageStatus next) {
    return NEXT.getOrDefault(this, Set.of()).contains(next);
  }

  /** The names of the statuses that lead here, for an update's WHERE. */
  String[] before() {
    return Arrays.stream(values())
        .filter(from -> from.mayBecome(this))
        .map(Enum::name)
        .toArray(String[]::new);
  }
}
