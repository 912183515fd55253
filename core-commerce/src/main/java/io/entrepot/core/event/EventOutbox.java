package io.entrepot.core.event;

import io.entrepot.core.jdbc.SqlFragment;
import java.util.List;

/**
 * Port: keeps events until they are delivered.
 *
 * <p>An implementation joins the caller's transaction, and may hold a lock from the call until the
 * commit that gives events their order. Callers therefore append last.
 */
public interface EventOutbox {
  /** Stored with the caller's transaction or not at all; an empty list does nothing. */
  void append(List<? extends DomainEvent> events);

  /** Does the slow part of appending: to be called where nobody waits for a lock. */
  EncodedEvent encode(DomainEvent event);

  /**
   * What the running transaction must send, last of all, to append these in their order; nothing
   * for an empty list.
   */
  List<SqlFragment> appending(List<EncodedEvent> events);
}
