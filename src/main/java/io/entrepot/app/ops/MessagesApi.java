package io.entrepot.app.ops;

import io.entrepot.app.message.Direction;
import io.entrepot.app.message.MessageFilter;
import io.entrepot.app.message.MessageStatus;
import io.entrepot.app.message.MessageStore;
import io.entrepot.app.message.MessageView;
import io.entrepot.app.problem.ProblemException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/ops/messages}: every message in and out, masked. */
@RestController
@RequestMapping("/api/v1/ops/messages")
class MessagesApi {
  private final MessageStore messages;

  MessagesApi(MessageStore messages) {
    this.messages = messages;
  }

  /** Newest first; those of one correlation id oldest first and all at once. */
  @GetMapping
  Page<MessageView> list(
      @RequestParam(required = false) @Nullable Direction direction,
      @RequestParam(required = false) @Nullable MessageStatus status,
      @RequestParam(required = false) @Nullable String partner,
      @RequestParam(required = false) @Nullable String document,
      @RequestParam(required = false) @Nullable String entity,
      @RequestParam(required = false) @Nullable UUID correlation,
      @RequestParam(required = false) @Nullable UUID before,
      @RequestParam(defaultValue = "50") int limit) {
    Page.checkLimit(limit);
    if (correlation != null) {
      return new Page<>(messages.byCorrelation(correlation), null);
    }
    MessageFilter filter =
        new MessageFilter(direction, status, partner, document, entity, before, limit);
    return Page.of(messages.list(filter), limit, MessageView::id);
  }

  @GetMapping("/{id}")
  MessageContent show(@PathVariable UUID id) {
    return messages
        .detail(id)
        .map(MessageContent::of)
        .orElseThrow(
            () ->
                ProblemException.notFound(
                    "message-not-found", "There is no message " + id + "; it may be too old."));
  }
}
