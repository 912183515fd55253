package io.entrepot.app.route;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.spi.CamelEvent.ExchangeEvent;
import org.apache.camel.support.EventNotifierSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Counts what went through each route of this node since its start; cheaper than Camel's JMX. */
@Component
final class RouteCounters extends EventNotifierSupport {
  private final Map<String, Count> counts = new ConcurrentHashMap<>();

  RouteCounters() {
    setIgnoreCamelContextEvents(true);
    setIgnoreRouteEvents(true);
    setIgnoreServiceEvents(true);
    setIgnoreStepEvents(true);
    setIgnoreExchangeCreatedEvent(true);
    setIgnoreExchangeSendingEvents(true);
    setIgnoreExchangeSentEvents(true);
    setIgnoreExchangeRedeliveryEvents(true);
    setIgnoreExchangeAsyncProcessingStartedEvents(true);
  }

  /**
   * @param lastAt when the last exchange ended
   */
  record Count(long exchanges, long failed, long totalMillis, @Nullable Instant lastAt) {
    static final Count NONE = new Count(0, 0, 0, null);

    Count plus(boolean failure, long millis, Instant at) {
      return new Count(exchanges + 1, failed + (failure ? 1 : 0), totalMillis + millis, at);
    }
  }

  Count of(String route) {
    return counts.getOrDefault(route, Count.NONE);
  }

  @Override
  public boolean isEnabled(CamelEvent event) {
    return event instanceof CamelEvent.ExchangeCompletedEvent
        || event instanceof CamelEvent.ExchangeFailedEvent;
  }

  @Override
  public void notify(CamelEvent event) {
    var exchange = ((ExchangeEvent) event).getExchange();
    String route = exchange.getFromRouteId();
    if (route == null) {
      return;
    }
    boolean failure = event instanceof CamelEvent.ExchangeFailedEvent;
    long started = exchange.getClock().getCreated();
    long millis = exchange.getClock().elapsed();
    counts.merge(
        route,
        Count.NONE.plus(failure, millis, Instant.ofEpochMilli(started + millis)),
        (old, one) -> old.plus(failure, millis, Instant.ofEpochMilli(started + millis)));
  }
}
