package io.entrepot.app.partner;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.entrepot.app.message.HopProperty;
import io.entrepot.app.message.OutboundMessage;
import io.entrepot.connectors.spi.Operation;
import io.entrepot.connectors.spi.PagedOperation;
import io.entrepot.connectors.spi.PartnerException;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.support.DefaultProducer;

final class PartnerProducer extends DefaultProducer {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final PartnerEndpoint endpoint;

  PartnerProducer(PartnerEndpoint endpoint) {
    super(endpoint);
    this.endpoint = endpoint;
  }

  @Override
  public void process(Exchange exchange) throws InvalidPayloadException, PartnerException {
    Consumer<UUID> known = id -> exchange.setProperty(HopProperty.MESSAGE_ID, id);
    exchange.getMessage().setBody(answer(exchange, known));
  }

  private Object answer(Exchange exchange, Consumer<UUID> known)
      throws InvalidPayloadException, PartnerException {
    Operation operation = endpoint.target().operation();
    if (operation instanceof PagedOperation paged) {
      return new PageItems(endpoint, paged, reading(exchange), known);
    }
    return operation.reads()
        ? endpoint.reading().read(endpoint.target(), reading(exchange), endpoint.timeout(), known)
        : call(exchange, known);
  }

  /** What only reads is asked anew each time: its answer is what is wanted. */
  private OutboundMessage reading(Exchange exchange) throws InvalidPayloadException {
    return message(exchange, "reading:" + UUID.randomUUID());
  }

  private JsonNode call(Exchange exchange, Consumer<UUID> known)
      throws InvalidPayloadException, PartnerException {
    boolean triedAgain = exchange.getProperty(HopProperty.ATTEMPT) != null;
    return endpoint
        .calls()
        .call(
            endpoint.target(),
            message(exchange, idempotencyKey(exchange)),
            endpoint.timeout(),
            new PartnerCalls.Journal(failed -> triedAgain, known));
  }

  private OutboundMessage message(Exchange exchange, String key) throws InvalidPayloadException {
    PartnerTarget target = endpoint.target();
    return new OutboundMessage(
        target.connector().id(),
        target.name(),
        key + ":" + target.name(),
        correlationId(exchange),
        exchange.getProperty(HopProperty.ENTITY_KEY, String.class),
        exchange.getProperty(HopProperty.MAPPING_SOURCE, JsonNode.class),
        exchange.getProperty(HopProperty.MAPPING, String.class),
        exchange.getProperty(HopProperty.MAPPING_VERSION, String.class),
        document(exchange));
  }

  /** A schedule sends its parameters, which are a map. */
  private static JsonNode document(Exchange exchange) throws InvalidPayloadException {
    return exchange.getMessage().getBody() instanceof Map<?, ?> parameters
        ? JSON.valueToTree(parameters)
        : exchange.getMessage().getMandatoryBody(JsonNode.class);
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
