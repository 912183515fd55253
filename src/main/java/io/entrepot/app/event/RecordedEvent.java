package io.entrepot.app.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;

/**
 * A committed event.
 *
 * @param position its place in the order of commits; gaps are normal
 * @param name stable name, as in {@code order.confirmed}
 * @param entityKey what it is about, as in {@code order:<id>}: events of one key keep their order
 * @param body the event's fields; holds personal data
 */
public record RecordedEvent(
    long position,
    UUID id,
    String name,
    int version,
    String entityKey,
    UUID correlationId,
    Instant occurredAt,
    JsonNode body) {}
