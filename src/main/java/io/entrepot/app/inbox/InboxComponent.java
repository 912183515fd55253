package io.entrepot.app.inbox;

import io.entrepot.app.message.InboundQueue;
import java.time.Clock;
import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;
import org.springframework.stereotype.Component;

/**
 * {@code inbox:wms.shipment}: a route's source of stored notices of one partner and document.
 *
 * <p>The body is the notice as a JsonNode (a form or a query is an object of its fields). Headers
 * are empty: what a notice is about stands in the exchange's properties, which nobody outside can
 * set. The message is DONE when the route ends without an exception; after one it is tried again or
 * DEAD, as its class of error says. Option {@code concurrency}: messages worked at a time on this
 * node, default 4; messages of one entity are worked one after the other once it is known.
 */
@Component("inbox")
public final class InboxComponent extends DefaultComponent {
  private final InboundQueue queue;
  private final InboxSettings settings;
  private final Clock clock;

  InboxComponent(InboundQueue queue, InboxSettings settings, Clock clock) {
    this.queue = queue;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters)
      throws Exception {
    int dot = remaining.indexOf('.');
    if (dot < 1 || dot == remaining.length() - 1) {
      throw new IllegalArgumentException("write inbox:partner.document, not '" + uri + "'");
    }
    InboxEndpoint endpoint =
        new InboxEndpoint(uri, this, remaining.substring(0, dot), remaining.substring(dot + 1));
    setProperties(endpoint, parameters);
    return endpoint;
  }

  InboundQueue queue() {
    return queue;
  }

  InboxSettings settings() {
    return settings;
  }

  Clock clock() {
    return clock;
  }
}
