package io.entrepot.app.mapping;

import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;

/**
 * {@code mapping:<partner>/<document>.<inbound|outbound>}: the body, a JSON tree, is replaced by
 * the mapped one; the exchange's properties {@code entrepotMapping} and {@code
 * entrepotMappingVersion} say by what. A {@link MappingException} is never worth a redelivery.
 */
final class MappingComponent extends DefaultComponent {
  private final Mappings mappings;

  MappingComponent(Mappings mappings) {
    this.mappings = mappings;
  }

  /** An unknown mapping fails here, when the route is loaded. */
  @Override
  protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
    return new MappingEndpoint(uri, this, mappings.find(remaining).name(), mappings);
  }
}
