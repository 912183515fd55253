package io.entrepot.app.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrepot.app.message.HopProperty;
import java.util.Optional;
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
    JsonNode source = source(exchange, inForce);
    exchange.setProperty(HopProperty.MAPPING_SOURCE, source);
    JsonNode document = inForce.apply(source).document();
    Optional<String> written = inForce.mediaType();
    if (written.isEmpty()) {
      exchange.getMessage().setBody(document);
    } else {
      exchange.getMessage().setBody(inForce.write(document));
      exchange.getMessage().setHeader(Exchange.CONTENT_TYPE, written.get());
    }
  }

  private static JsonNode source(Exchange exchange, Mapping mapping)
      throws InvalidPayloadException {
    Object body = exchange.getMessage().getBody();
    return mapping.readsBytes() && !(body instanceof JsonNode)
        ? mapping.read(exchange.getMessage().getMandatoryBody(byte[].class))
        : exchange.getMessage().getMandatoryBody(JsonNode.class);
  }
}
