package io.entrepot.app.event;

import io.entrepot.app.event.Delivery.FailedTry;
import io.entrepot.app.failure.Failure;
import io.entrepot.app.message.HopProperty;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultConsumer;

/** Runs the route once for each event; a failure goes back to the subscription, which parks it. */
final class EventConsumer extends DefaultConsumer {
  private final EventEndpoint endpoint;

  EventConsumer(EventEndpoint endpoint, Processor processor) {
    super(endpoint, processor);
    this.endpoint = endpoint;
  }

  @Override
  protected void doStart() throws Exception {
    super.doStart();
    endpoint
        .readers()
        .start(getRouteId(), endpoint.event(), endpoint.fromBeginning(), this::deliver);
  }

  @Override
  protected void doStop() throws Exception {
    if (endpoint.getCamelContext().isStopping()) {
      endpoint.readers().stopAll();
    } else {
      endpoint.readers().stop(getRouteId());
    }
    super.doStop();
  }

  private Optional<FailedTry> deliver(RecordedEvent event, int attempt) {
    Exchange exchange = createExchange(false);
    try {
      fill(exchange, event, attempt);
      process(exchange);
      return Optional.ofNullable(exchange.getException()).map(e -> failed(event, exchange, e));
    } finally {
      releaseExchange(exchange, false);
    }
  }

  private void fill(Exchange exchange, RecordedEvent event, int attempt) {
    exchange.getMessage().setBody(event.body());
    exchange.setProperty(HopProperty.CORRELATION_ID, event.correlationId());
    exchange.setProperty(HopProperty.ENTITY_KEY, event.entityKey());
    exchange.setProperty(HopProperty.IDEMPOTENCY_KEY, getRouteId() + ":" + event.id());
    exchange.setProperty(HopProperty.ATTEMPT, attempt);
  }

  private void process(Exchange exchange) {
    try {
      getProcessor().process(exchange);
    } catch (Exception e) {
      exchange.setException(e);
    }
  }

  private FailedTry failed(RecordedEvent event, Exchange exchange, Exception thrown) {
    Failure failure = Failure.of(thrown);
    DeadEvents.Hop hop = DeadEvents.Hop.of(getRouteId(), event, exchange);
    return new FailedTry(
        failure,
        dead -> {
          if (dead) {
            endpoint.deadEvents().store(hop, failure);
          }
        });
  }
}
