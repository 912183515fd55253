package io.entrepot.app.mapping;

import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;

/** One mapping as the target of a route's step. */
final class MappingEndpoint extends DefaultEndpoint {
  private final String mapping;
  private final Mappings mappings;

  MappingEndpoint(String uri, MappingComponent component, String mapping, Mappings mappings) {
    super(uri, component);
    this.mapping = mapping;
    this.mappings = mappings;
  }

  @Override
  public Producer createProducer() {
    return new MappingProducer(this, mapping, mappings);
  }

  @Override
  public Consumer createConsumer(Processor processor) {
    throw new UnsupportedOperationException("mapping: stands in a route's 'to', not in its 'from'");
  }

  @Override
  public boolean isSingleton() {
    return true;
  }
}
