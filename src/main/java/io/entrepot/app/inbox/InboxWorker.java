package io.entrepot.app.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrepot.app.failure.Failure;
import io.entrepot.app.message.ClaimedMessage;
import io.entrepot.app.message.HopProperty;
import io.entrepot.app.message.InboundQueue;
import io.entrepot.app.message.Masker;
import io.entrepot.app.message.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs one claimed message through the route and settles what came of it. */
final class InboxWorker {
  private static final Logger LOG = LoggerFactory.getLogger(InboxWorker.class);

  private final InboxEndpoint endpoint;
  private final Processor route;
  private final InboundQueue queue;
  private final InboxSettings settings;
  private final Clock clock;

  InboxWorker(
      InboxEndpoint endpoint,
      Processor route,
      InboundQueue queue,
      InboxSettings settings,
      Clock clock) {
    this.endpoint = endpoint;
    this.route = route;
    this.queue = queue;
    this.settings = settings;
    this.clock = clock;
  }

  void work(ClaimedMessage message) {
    if (message.attempt() > settings.retries().attemptsMax()) {
      giveUp(message);
      return;
    }
    Instant at = clock.instant();
    long started = System.nanoTime();
    Exchange exchange = exchange(message);
    try {
      route.process(exchange);
    } catch (Exception e) {
      exchange.setException(e);
    }
    Duration latency = Duration.ofNanos(System.nanoTime() - started);
    Exception thrown = exchange.getException();
    Failure failure = thrown == null ? null : Failure.of(thrown);
    settle(message, outcome(message, exchange, at, latency, failure), failure);
  }

  /** Failures are counted elsewhere: these tries ended with their node, and took it down maybe. */
  private void giveUp(ClaimedMessage message) {
    Failure died =
        new Failure(
            "NODE_DIED",
            "the node ended while it worked this message, time and again: look at its log",
            false,
            Optional.empty());
    Exchange untouched = exchange(message);
    settle(message, outcome(message, untouched, clock.instant(), Duration.ZERO, died), died);
  }

  private Exchange exchange(ClaimedMessage message) {
    Exchange exchange = endpoint.createExchange();
    exchange.getMessage().setBody(message.payload());
    exchange.setProperty(HopProperty.MESSAGE_ID, message.id());
    exchange.setProperty(HopProperty.CORRELATION_ID, message.correlationId());
    exchange.setProperty(HopProperty.IDEMPOTENCY_KEY, message.idempotencyKey());
    exchange.setProperty(HopProperty.ATTEMPT, message.attempt());
    if (message.entityKey() != null) {
      exchange.setProperty(HopProperty.ENTITY_KEY, message.entityKey());
    }
    return exchange;
  }

  private static Outcome outcome(
      ClaimedMessage message,
      Exchange exchange,
      Instant at,
      Duration latency,
      @Nullable Failure failure) {
    return new Outcome(
        at,
        latency,
        exchange.getProperty(HopProperty.CORRELATION_ID, message.correlationId(), UUID.class),
        exchange.getProperty(HopProperty.ENTITY_KEY, String.class),
        exchange.getProperty(HopProperty.MAPPING, String.class),
        exchange.getProperty(HopProperty.MAPPING_VERSION, String.class),
        mapped(message, exchange),
        failure == null ? null : failure.errorClass(),
        failure == null ? null : failure.text());
  }

  /** The commands at a route's end leave the body as the mapping made it. */
  private static @Nullable JsonNode mapped(ClaimedMessage message, Exchange exchange) {
    Object body = exchange.getMessage().getBody();
    return body instanceof JsonNode json && !json.equals(message.payload()) ? json : null;
  }

  private void settle(ClaimedMessage message, Outcome outcome, @Nullable Failure failure) {
    try {
      boolean ours =
          failure == null ? queue.done(message, outcome) : fail(message, outcome, failure);
      if (!ours) {
        LOG.warn("Message {} was taken over by another node meanwhile", message.id());
      }
    } catch (RuntimeException e) {
      // The lease ends and the message is worked again: its commands are idempotent.
      LOG.warn("Message {} could not be settled: {}", message.id(), e.toString());
    }
  }

  private boolean fail(ClaimedMessage message, Outcome outcome, Failure failure) {
    Optional<Duration> delay =
        settings.retries().after(failure, message.attempt(), ThreadLocalRandom.current());
    if (delay.isPresent()) {
      return queue.retry(message, outcome, delay.get());
    }
    LOG.error(
        "Message {} of {} is dead: {} {}",
        message.id(),
        endpoint,
        failure.errorClass(),
        Masker.text(failure.text()));
    return queue.dead(message, outcome);
  }
}
