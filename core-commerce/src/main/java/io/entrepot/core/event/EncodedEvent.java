package io.entrepot.core.event;

import java.time.Instant;
import java.util.UUID;

/**
 * An event made ready on its author's thread; only its position is still to come, with the commit.
 *
 * @param body JSON, sealed where it is personal
 */
@SuppressWarnings("ArrayRecordComponent") // Written once, compared by nobody.
public record EncodedEvent(
    UUID id,
    String name,
    int version,
    String entityKey,
    UUID correlationId,
    Instant occurredAt,
    byte[] body) {}
