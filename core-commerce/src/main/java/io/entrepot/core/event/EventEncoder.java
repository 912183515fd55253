package io.entrepot.core.event;

/** Port: turns an event into bytes on the caller's thread. */
public interface EventEncoder {
  /** Writes the record's components only, sealed where they are personal. */
  byte[] encode(DomainEvent event);
}
