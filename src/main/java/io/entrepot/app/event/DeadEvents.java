package io.entrepot.app.event;

import io.entrepot.app.failure.Failure;
import io.entrepot.app.message.Attempt;
import io.entrepot.app.message.HopProperty;
import io.entrepot.app.message.MessageStatus;
import io.entrepot.app.message.MessageStore;
import io.entrepot.app.message.MessageView;
import io.entrepot.app.message.OutboundMessage;
import io.entrepot.app.message.Stored;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/** Makes an event that will not be tried again a dead letter that people find. */
final class DeadEvents {
  private final MessageStore messages;

  DeadEvents(MessageStore messages) {
    this.messages = messages;
  }

  void store(Hop hop, Failure failure) {
    Optional<UUID> sent = Optional.ofNullable(hop.messageId()).filter(this::unsettled);
    UUID id = sent.orElseGet(() -> neverSent(hop, failure));
    messages.failed(id, failure.errorClass(), failure.text(), true);
  }

  private boolean unsettled(UUID id) {
    return messages
        .find(id)
        .map(MessageView::status)
        .filter(s -> s == MessageStatus.RETRY)
        .isPresent();
  }

  /** The route failed before or after its partner: the event itself becomes the message. */
  private UUID neverSent(Hop hop, Failure failure) {
    Stored stored = messages.outbound(hop.message());
    if (!stored.duplicate()) {
      messages.attempt(
          stored.id(),
          Attempt.failed(hop.at(), Duration.ZERO, failure.errorClass(), failure.text()));
    }
    return stored.id();
  }

  /** What is known of the try when the exchange is gone. */
  record Hop(String route, RecordedEvent event, String key, @Nullable UUID messageId, Instant at) {
    static Hop of(String route, RecordedEvent event, Exchange exchange) {
      return new Hop(
          route,
          event,
          exchange.getProperty(HopProperty.IDEMPOTENCY_KEY, String.class),
          exchange.getProperty(HopProperty.MESSAGE_ID, UUID.class),
          Instant.ofEpochMilli(exchange.getClock().getCreated()));
    }

    OutboundMessage message() {
      int slash = route.indexOf('/');
      return new OutboundMessage(
          slash < 0 ? "entrepot" : route.substring(0, slash),
          route.substring(slash + 1),
          key,
          event.correlationId(),
          event.entityKey(),
          event.body());
    }
  }
}
