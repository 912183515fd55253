package io.entrepot.app.message;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message as its mapping saw it, with personal data as they are: whoever shows any of it masks
 * it.
 *
 * @param mapping the last one that was applied; null if none was
 * @param version of that mapping
 * @param payload before the mapping; null if it cannot be read any more
 */
public record MappedMessage(
    UUID id,
    Instant createdAt,
    @Nullable String mapping,
    @Nullable String version,
    @Nullable JsonNode payload) {}
