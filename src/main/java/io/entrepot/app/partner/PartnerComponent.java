package io.entrepot.app.partner;

import io.entrepot.connectors.spi.Connector;
import io.entrepot.connectors.spi.Operation;
import java.time.Duration;
import java.util.Map;
import java.util.TreeSet;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;
import org.springframework.stereotype.Component;

/**
 * {@code partner:wms/create-shipment}: calls an operation with the body, a JsonNode, and puts the
 * partner's answer in its place; of an operation that answers in pages, an iterator over the items
 * of all pages, which reads a page when the one before is used up: split it, streaming. {@code
 * ?timeoutSeconds=} 1 to 30, the default.
 */
@Component("partner")
final class PartnerComponent extends DefaultComponent {
  private static final int TIMEOUT_SECONDS_MAX = 30;

  private final PartnerRegistry partners;
  private final PartnerCalls calls;
  private final PartnerReading reading;

  PartnerComponent(PartnerRegistry partners, PartnerCalls calls) {
    this.partners = partners;
    this.calls = calls;
    this.reading = new PartnerReading(calls);
  }

  @Override
  protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
    int seconds =
        getAndRemoveParameter(parameters, "timeoutSeconds", int.class, TIMEOUT_SECONDS_MAX);
    if (seconds < 1 || seconds > TIMEOUT_SECONDS_MAX) {
      throw new IllegalArgumentException(
          uri + ": timeoutSeconds is 1 to " + TIMEOUT_SECONDS_MAX + ", not " + seconds);
    }
    return new PartnerEndpoint(uri, this, target(uri, remaining), Duration.ofSeconds(seconds));
  }

  PartnerCalls calls() {
    return calls;
  }

  PartnerReading reading() {
    return reading;
  }

  private PartnerTarget target(String uri, String remaining) {
    int slash = remaining.indexOf('/');
    if (slash < 1) {
      throw new IllegalArgumentException(
          uri + ": say which operation, as partner:wms/create-shipment");
    }
    Connector connector =
        partners
            .find(remaining.substring(0, slash))
            .orElseThrow(() -> new IllegalArgumentException(uri + ": there is no such partner"));
    String name = remaining.substring(slash + 1);
    Operation operation = connector.operations().get(name);
    if (operation == null) {
      throw new IllegalArgumentException(
          "%s: %s has no operation '%s' but %s"
              .formatted(
                  uri, connector.id(), name, new TreeSet<>(connector.operations().keySet())));
    }
    return new PartnerTarget(connector, name, operation);
  }
}
