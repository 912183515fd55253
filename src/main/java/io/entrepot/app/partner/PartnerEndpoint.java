package io.entrepot.app.partner;

import java.time.Duration;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;

final class PartnerEndpoint extends DefaultEndpoint {
  private final PartnerComponent component;
  private final PartnerTarget target;
  private final Duration timeout;

  PartnerEndpoint(String uri, PartnerComponent component, PartnerTarget target, Duration timeout) {
    super(uri, component);
    this.component = component;
    this.target = target;
    this.timeout = timeout;
  }

  @Override
  public Producer createProducer() {
    return new PartnerProducer(this);
  }

  @Override
  public Consumer createConsumer(Processor processor) {
    throw new UnsupportedOperationException(
        "what a partner sends comes by inbox:, not by " + getEndpointUri());
  }

  PartnerCalls calls() {
    return component.calls();
  }

  PartnerReading reading() {
    return component.reading();
  }

  PartnerTarget target() {
    return target;
  }

  Duration timeout() {
    return timeout;
  }
}
