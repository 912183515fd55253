package io.entrepot.app.partner;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.entrepot.app.message.Attempt;
import io.entrepot.app.message.MessageStore;
import io.entrepot.app.message.OutboundMessage;
import io.entrepot.app.message.Stored;
import io.entrepot.connectors.spi.ErrorClass;
import io.entrepot.connectors.spi.PartnerAnswer;
import io.entrepot.connectors.spi.PartnerCall;
import io.entrepot.connectors.spi.PartnerException;
import io.entrepot.connectors.spi.SettingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Stores the message, waits for the partner's limit, calls, and records the try. */
@Component
final class PartnerCalls {
  private final MessageStore messages;
  private final TransactionTemplate transaction;
  private final PartnerLimits limits;
  private final PartnerHealth health;
  private final Clock clock;

  PartnerCalls(
      MessageStore messages,
      TransactionTemplate transaction,
      PartnerLimits limits,
      PartnerHealth health,
      Clock clock) {
    this.messages = messages;
    this.transaction = transaction;
    this.limits = limits;
    this.health = health;
    this.clock = clock;
  }

  /**
   * @param triedAgain whether the caller tries a message that failed so again by itself; if not, it
   *     is dead
   * @param known told the message's id before the partner is called
   */
  record Journal(Predicate<PartnerException> triedAgain, Consumer<UUID> known) {}

  /** The partner's answer; a null node if this message was delivered by an earlier call. */
  JsonNode call(PartnerTarget target, OutboundMessage message, Duration timeout, Journal journal)
      throws PartnerException {
    Stored stored = messages.outbound(message);
    journal.known().accept(stored.id());
    if (stored.done()) {
      return NullNode.getInstance();
    }
    Instant start = clock.instant();
    long began = System.nanoTime();
    try {
      limits.await(target.connector());
      began = System.nanoTime();
      PartnerAnswer answer = send(target, message, timeout);
      answered(stored.id(), start, answer);
      health.answered(target.connector().id(), answer.latency());
      return answer.body();
    } catch (PartnerException e) {
      Duration latency = Duration.ofNanos(System.nanoTime() - began);
      Attempt attempt = Attempt.failed(start, latency, e.errorClass().name(), text(e));
      failed(stored.id(), attempt, !journal.triedAgain().test(e));
      health.failed(target.connector().id(), e);
      throw e;
    }
  }

  /** Both at once: one wait for the disk. */
  private void answered(UUID id, Instant at, PartnerAnswer answer) {
    transaction.executeWithoutResult(
        status -> {
          messages.attempt(
              id, Attempt.answered(at, answer.latency(), answer.status(), answer.body()));
          messages.succeeded(id, answer.body());
        });
  }

  private void failed(UUID id, Attempt attempt, boolean dead) {
    transaction.executeWithoutResult(
        status -> {
          messages.attempt(id, attempt);
          messages.failed(
              id, String.valueOf(attempt.errorClass()), String.valueOf(attempt.errorText()), dead);
        });
  }

  private static PartnerAnswer send(PartnerTarget target, OutboundMessage message, Duration timeout)
      throws PartnerException {
    PartnerCall call =
        new PartnerCall(message.body(), message.idempotencyKey(), message.correlationId(), timeout);
    try {
      return target.operation().call(call);
    } catch (SettingException e) {
      throw new PartnerException(ErrorClass.OUR_BUG, "SETTING", String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      // A connector's own mistake; its message may hold what was in the payload.
      PartnerException bug =
          new PartnerException(ErrorClass.OUR_BUG, "CONNECTOR", e.getClass().getName());
      bug.initCause(e);
      throw bug;
    }
  }

  private static String text(PartnerException e) {
    return e.code() + ": " + e.getMessage();
  }
}
