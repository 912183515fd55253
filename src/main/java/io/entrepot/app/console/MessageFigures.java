package io.entrepot.app.console;

import io.entrepot.app.message.Direction;
import io.entrepot.app.message.MessageCount;
import io.entrepot.app.message.MessageStatus;
import io.entrepot.app.message.MessageStore;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How many messages stand where. */
@Component
final class MessageFigures implements LiveTopic {
  private final Glance<Counts> glance;

  MessageFigures(MessageStore messages, Clock clock) {
    this.glance = new Glance<>(() -> new Counts(messages.counts()), clock);
  }

  Counts now() {
    return glance.now();
  }

  @Override
  public String name() {
    return "messages";
  }

  @Override
  public Object state(@Nullable UUID id) {
    return now();
  }

  /** Sums over the counted messages; null means any. */
  record Counts(List<MessageCount> counts) {
    public long of(@Nullable MessageStatus status) {
      return sum(null, status, null);
    }

    public long in() {
      return sum(Direction.IN, null, null);
    }

    public long out() {
      return sum(Direction.OUT, null, null);
    }

    public long dead() {
      return of(MessageStatus.DEAD);
    }

    public long retrying() {
      return of(MessageStatus.RETRY);
    }

    public long sum(
        @Nullable Direction direction, @Nullable MessageStatus status, @Nullable String partner) {
      return counts.stream()
          .filter(count -> direction == null || count.direction() == direction)
          .filter(count -> status == null || count.status() == status)
          .filter(count -> partner == null || count.partner().equals(partner))
          .mapToLong(MessageCount::count)
          .sum();
    }

    public List<String> partners() {
      return counts.stream().map(MessageCount::partner).distinct().sorted().toList();
    }
  }
}
