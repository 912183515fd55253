package io.entrepot.app.event;

import org.apache.camel.Consumer;
import org.apache.camel.MultipleConsumersSupport;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;

final class EventEndpoint extends DefaultEndpoint implements MultipleConsumersSupport {
  private final EventComponent component;
  private final String event;
  private final boolean fromBeginning;

  EventEndpoint(String uri, EventComponent component, String event, boolean fromBeginning) {
    super(uri, component);
    this.component = component;
    this.event = event;
    this.fromBeginning = fromBeginning;
  }

  @Override
  public Producer createProducer() {
    throw new UnsupportedOperationException(
        "events are written by the core with its state, never by a route: " + getEndpointUri());
  }

  @Override
  public Consumer createConsumer(Processor processor) throws Exception {
    EventConsumer consumer = new EventConsumer(this, processor);
    configureConsumer(consumer);
    return consumer;
  }

  /** Each route is a subscription of its own. */
  @Override
  public boolean isMultipleConsumersSupported() {
    return true;
  }

  EventReaders readers() {
    return component.readers();
  }

  DeadEvents deadEvents() {
    return new DeadEvents(component.messages());
  }

  String event() {
    return event;
  }

  boolean fromBeginning() {
    return fromBeginning;
  }
}
