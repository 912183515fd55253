package io.entrepot.app.workbench;

import io.entrepot.app.mapping.Mapping;
import io.entrepot.app.message.MappedMessage;
import io.entrepot.app.message.MappedMessages;
import io.entrepot.app.problem.ProblemException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Tries a candidate on the last real messages of its mapping. Bounded: a few messages in memory at
 * a time, one run on a node at a time, and an end to the time it may take.
 */
@Component
final class Shadow {
  static final int MESSAGES_MAX = 10_000;
  static final int SECONDS_MAX = 90;
  private static final int PAGE = 20;

  private final Candidates candidates;
  private final MappedMessages messages;
  private final Semaphore free = new Semaphore(1);

  Shadow(Candidates candidates, MappedMessages messages) {
    this.candidates = candidates;
    this.messages = messages;
  }

  ShadowReport run(MappingRef file, int last, int seconds) {
    if (last < 1 || last > MESSAGES_MAX || seconds < 1 || seconds > SECONDS_MAX) {
      throw ProblemException.badRequest(
          "shadow-out-of-range",
          "'last' must be 1 to " + MESSAGES_MAX + ", 'seconds' 1 to " + SECONDS_MAX + ".");
    }
    Mapping candidate = candidates.read(file);
    Mapping inForce = candidates.inForce(candidate.name());
    if (!free.tryAcquire()) {
      throw new ProblemException(
          HttpStatus.CONFLICT,
          "shadow-busy",
          "This node is trying another candidate; try again when that is over.");
    }
    try {
      return compare(new ShadowCount(inForce, candidate), candidate.name(), last, seconds);
    } finally {
      free.release();
    }
  }

  private ShadowReport compare(ShadowCount count, String mapping, int last, int seconds) {
    long endNanos = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
    UUID before = null;
    List<MappedMessage> page = page(mapping, before, last);
    while (!page.isEmpty()) {
      for (MappedMessage message : page) {
        if (System.nanoTime() - endNanos > 0) {
          return count.report(last, false);
        }
        count.add(message);
        before = message.id();
      }
      page = page(mapping, before, last - count.compared());
    }
    return count.report(last, true);
  }

  private List<MappedMessage> page(String mapping, @Nullable UUID before, int wanted) {
    return wanted <= 0 ? List.of() : messages.latest(mapping, before, Math.min(PAGE, wanted));
  }
}
