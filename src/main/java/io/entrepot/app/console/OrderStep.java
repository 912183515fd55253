package io.entrepot.app.console;

import io.entrepot.app.message.MessageView;
import io.entrepot.core.order.OrderHistoryEntry;
import io.entrepot.core.order.OrderStatus;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One step of an order's way: something done to it, or a message about it.
 *
 * @param title key of a message when {@code message} is null, else the message's own name
 * @param detail who did it and what came of it
 * @param message to open, null for a step of the core
 */
record OrderStep(
    String key,
    Instant at,
    String mark,
    String title,
    String detail,
    @Nullable MessageView message) {

  /** Newest first. */
  static List<OrderStep> of(List<OrderHistoryEntry> history, List<MessageView> messages) {
    return Stream.concat(history.stream().map(OrderStep::of), messages.stream().map(OrderStep::of))
        .sorted(Comparator.comparing(OrderStep::at).reversed())
        .toList();
  }

  private static OrderStep of(OrderHistoryEntry entry) {
    return new OrderStep(
        "step-" + entry.seq(),
        entry.at(),
        entry.after() == OrderStatus.CANCELLED ? "paused" : "ok",
        "order.status." + entry.after(),
        words(entry.actor(), entry.detail()),
        null);
  }

  private static OrderStep of(MessageView message) {
    return new OrderStep(
        "message-" + message.id(),
        message.createdAt(),
        MessagePills.of(message.status()).mark(),
        message.partner() + " · " + message.document(),
        words(message.errorClass(), message.errorText()),
        message);
  }

  private static String words(@Nullable String... words) {
    return Stream.of(words).filter(Objects::nonNull).collect(Collectors.joining(" · "));
  }
}
