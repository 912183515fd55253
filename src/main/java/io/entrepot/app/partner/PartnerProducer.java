package io.entrepot.app.partner;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrepot.app.message.HopProperty;
import io.entrepot.app.message.OutboundMessage;
import io.entrepot.connectors.spi.PartnerException;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.support.DefaultProducer;

final class PartnerProducer extends DefaultProducer {
  private final PartnerEndpoint endpoint;

  PartnerProducer(PartnerEndpoint endpoint) {
    super(endpoint);
    this.endpoint = endpoint;
  }

  @Override
  public void process(Exchange exchange) throws InvalidPayloadException, PartnerException {
    boolean triedAgain = exchange.getProperty(HopProperty.ATTEMPT) != null;
    JsonNode answer =
        endpoint
            .calls()
            .call(
                endpoint.target(),
                message(exchange),
                endpoint.timeout(),
                new PartnerCalls.Journal(
                    triedAgain, id -> exchange.setProperty(HopProperty.MESSAGE_ID, id)));
    exchange.getMessage().setBody(answer);
  }

  private OutboundMessage message(Exchange exchange) throws InvalidPayloadException {
    PartnerTarget target = endpoint.target();
    return new OutboundMessage(
        target.connector().id(),
        target.name(),
        idempotencyKey(exchange) + ":" + target.name(),
        correlationId(exchange),
        exchange.getProperty(HopProperty.ENTITY_KEY, String.class),
        exchange.getProperty(HopProperty.MAPPING_SOURCE, JsonNode.class),
        exchange.getProperty(HopProperty.MAPPING, String.class),
        exchange.getProperty(HopProperty.MAPPING_VERSION, String.class),
        exchange.getMessage().getMandatoryBody(JsonNode.class));
  }

  /** Without one, each call is work of its own. */
  private static String idempotencyKey(Exchange exchange) {
    return exchange.getProperty(
        HopProperty.IDEMPOTENCY_KEY, exchange.getExchangeId(), String.class);
  }

  private static UUID correlationId(Exchange exchange) {
    UUID known = exchange.getProperty(HopProperty.CORRELATION_ID, UUID.class);
    return known == null ? UUID.randomUUID() : known;
  }
}
