package io.entrepot.app.event;

import io.entrepot.app.message.MessageStore;
import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;
import org.springframework.stereotype.Component;

/**
 * {@code event:order.confirmed}: a durable subscription named after the route. {@code ?start=now}
 * leaves out what happened before the route was first started; the default is {@code beginning}.
 */
@Component("event")
final class EventComponent extends DefaultComponent {
  private final EventReaders readers;
  private final MessageStore messages;

  EventComponent(EventReaders readers, MessageStore messages) {
    this.readers = readers;
    this.messages = messages;
  }

  @Override
  protected Endpoint createEndpoint(String uri, String event, Map<String, Object> parameters) {
    String start = getAndRemoveParameter(parameters, "start", String.class, "beginning");
    if (!start.equals("beginning") && !start.equals("now")) {
      throw new IllegalArgumentException(
          uri + ": start is 'beginning' or 'now', not '" + start + "'");
    }
    return new EventEndpoint(uri, this, event, start.equals("beginning"));
  }

  EventReaders readers() {
    return readers;
  }

  MessageStore messages() {
    return messages;
  }
}
