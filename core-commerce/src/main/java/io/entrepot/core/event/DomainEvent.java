package io.entrepot.core.event;

import java.util.UUID;

/**
 * Something that happened, as a record whose components are the fields of the published document.
 * Name and version are a contract with subscribers; the class name is not.
 */
public interface DomainEvent {
  /** Stable and dotted, such as {@code order.placed}. */
  String name();

  /** Raised when a field is taken away or changes its meaning. */
  int version();

  /** Events of one key are delivered in the order of their commits, such as {@code order:<id>}. */
  String entityKey();

  /**
   * Whether a field tells of a person, or might. What does not is kept readable: sealing costs more
   * than all else about an event.
   */
  default boolean personal() {
    return true;
  }

  /** Ties together all messages of one order; the same value as the order's id. */
  UUID correlationId();
}
