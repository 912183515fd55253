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

  /** Ties together all messages of one order; the same value as the order's id. */
  UUID correlationId();
}
