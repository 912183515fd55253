package io.entrepot.app.ops;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.entrepot.app.message.Direction;
import io.entrepot.app.message.MessageStatus;
import io.entrepot.app.message.MessageView;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One message of a list; without its content. */
@JsonNaming(SnakeCaseStrategy.class)
record MessageRow(
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
    Instant updatedAt) {

  static MessageRow of(MessageView view) {
    return new MessageRow(
        view.id(),
        view.direction(),
        view.partner(),
        view.document(),
        view.correlationId(),
        view.entityKey(),
        view.idempotencyKey(),
        view.status(),
        view.attempts(),
        view.nextAttemptAt(),
        view.mapping(),
        view.mappingVersion(),
        view.errorClass(),
        view.errorText(),
        view.createdAt(),
        view.updatedAt());
  }
}
