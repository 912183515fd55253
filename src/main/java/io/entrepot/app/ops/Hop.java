package io.entrepot.app.ops;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.entrepot.app.message.Direction;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to an order.
 *
 * @param kind order, stock, payment, parcel or message
 * @param system where: {@code core}, or the partner
 * @param direction of a message, seen from the hub
 * @param what an action or a document, as in {@code placed} or {@code create-shipment}
 * @param state where it stood after that
 * @param detail for people; nothing personal
 */
@JsonNaming(SnakeCaseStrategy.class)
public record Hop(
    Instant at,
    String kind,
    String system,
    @Nullable Direction direction,
    String what,
    String state,
    @Nullable UUID messageId,
    @Nullable String detail) {

  static final String CORE = "core";

  static Hop ofCore(Instant at, String kind, String what, String state, @Nullable String detail) {
    return new Hop(at, kind, CORE, null, what, state, null, detail);
  }
}
