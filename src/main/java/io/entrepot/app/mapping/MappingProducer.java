package io.entrepot.app.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrepot.app.message.HopProperty;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.support.DefaultProducer;

/** Applies the version in force at the moment of the message. */
final class MappingProducer extends DefaultProducer {
  private final String mapping;
  private final Mappings mappings;

  MappingProducer(MappingEndpoint endpoint, String mapping, Mappings mappings) {
    super(endpoint);
    this.mapping = mapping;
    this.mappings = mappings;
  }

  @Override
  public void process(Exchange exchange) throws InvalidPayloadException {
    Mapping inForce = mappings.find(mapping);
    // Set before applying: a message that fails must say which version refused it.
    exchange.setProperty(HopProperty.MAPPING, inForce.name());
    exchange.setProperty(HopProperty.MAPPING_VERSION, inForce.version());
    JsonNode source = exchange.getMessage().getMandatoryBody(JsonNode.class);
    exchange.setProperty(HopProperty.MAPPING_SOURCE, source);
    exchange.getMessage().setBody(inForce.apply(source).document());
  }
}
