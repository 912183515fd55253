package io.entrepot.app.console;

import io.entrepot.app.message.MessageStore;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One message's page changes with its message. */
@Component
final class MessageTopic implements LiveTopic {
  private final MessageStore messages;

  MessageTopic(MessageStore messages) {
    this.messages = messages;
  }

  @Override
  public String name() {
    return "message";
  }

  @Override
  public boolean ofOne() {
    return true;
  }

  @Override
  public Object state(@Nullable UUID id) {
    return messages.find(Objects.requireNonNull(id));
  }
}
