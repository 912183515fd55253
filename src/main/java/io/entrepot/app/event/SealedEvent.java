package io.entrepot.app.event;

import java.time.Instant;
import java.util.UUID;

/**
 * An event as it lies in the outbox; opened where it is delivered, so that a broken one harms its
 * own key only.
 */
@SuppressWarnings("ArrayRecordComponent") // Read once and opened; compared by nobody.
record SealedEvent(
    long position,
    UUID id,
    String name,
    int version,
    String entityKey,
    UUID correlationId,
    Instant occurredAt,
    byte[] body) {}
