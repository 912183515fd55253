package io.entrepot.app.message;

import java.time.Duration;
import java.util.Collection;
import java.util.List;

/**
 * The work that waits in the store. Nodes share it: a message belongs to the node that claimed it
 * until its lease ends, and what is said with an old claim is not heard.
 */
public interface InboundQueue {
  /**
   * Takes messages that are due, oldest first, and never two of one entity at a time.
   *
   * @param lease how long the claim holds; a message not settled by then is claimed again
   */
  List<ClaimedMessage> claim(String partner, String document, int limit, Duration lease);

  /** Prolongs the claims that are still ours, for work that takes longer than a lease. */
  void extend(Collection<ClaimedMessage> messages, Duration lease);

  /** DONE; false if the claim is no longer ours, and then nothing was written. */
  boolean done(ClaimedMessage message, Outcome outcome);

  /** RETRY after the delay; false if the claim is no longer ours. */
  boolean retry(ClaimedMessage message, Outcome outcome, Duration delay);

  /** DEAD; false if the claim is no longer ours. */
  boolean dead(ClaimedMessage message, Outcome outcome);

  /**
   * Calls on this node after a message of that partner and document was stored.
   *
   * @return ends the calls
   */
  Runnable onArrival(String partner, String document, Runnable wake);
}
