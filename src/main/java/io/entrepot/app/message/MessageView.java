package io.entrepot.app.message;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A message without its content. */
@JsonNaming(SnakeCaseStrategy.class)
public record MessageView(
    UUID id,
    Direction direction,
    String partner,
    String document,
    UUID correlationId,
    @Nullable String entityKey,
    String idempotencyKey,
    MessageStatus status,
    int attempts,
    @Nullable Instant nextAttemptAt,
    @Nullable String mapping,
    @Nullable String mappingVersion,
    @Nullable String errorClass,
    @Nullable String errorText,
    Instant createdAt,
    Instant updatedAt) {}
