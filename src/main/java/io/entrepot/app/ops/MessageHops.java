package io.entrepot.app.ops;

import io.entrepot.app.message.MessageStore;
import io.entrepot.app.message.MessageView;
import io.entrepot.core.order.OrderView;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
final class MessageHops implements HopSource {
  private final MessageStore messages;

  MessageHops(MessageStore messages) {
    this.messages = messages;
  }

  @Override
  public List<Hop> hops(OrderView order) {
    return messages.byCorrelation(order.correlationId()).stream().map(MessageHops::hop).toList();
  }

  private static Hop hop(MessageView message) {
    return new Hop(
        message.createdAt(),
        "message",
        message.partner(),
        message.direction(),
        message.document(),
        message.status().name(),
        message.id(),
        detail(message));
  }

  private static @Nullable String detail(MessageView message) {
    String tries = message.attempts() > 1 ? message.attempts() + " tries" : "";
    if (message.errorClass() == null) {
      return tries.isEmpty() ? null : tries;
    }
    String error = message.errorClass() + ": " + message.errorText();
    return tries.isEmpty() ? error : tries + ", " + error;
  }
}
