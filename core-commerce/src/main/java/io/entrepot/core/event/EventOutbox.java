package io.entrepot.core.event;

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
}
