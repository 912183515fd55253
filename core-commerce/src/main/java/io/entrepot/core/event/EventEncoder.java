package io.entrepot.core.event;

/** Port: turns an event into bytes on the caller's thread. */
public interface EventEncoder {
  /** Writes the record's components only; may seal them, since events carry personal data. */
  byte[] encode(DomainEvent event);
}
