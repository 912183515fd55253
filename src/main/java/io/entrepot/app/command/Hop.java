package io.entrepot.app.command;

import io.entrepot.app.failure.RefusedException;
import io.entrepot.app.message.HopProperty;
import java.util.UUID;
import org.apache.camel.Exchange;

/** Ties what runs through a route to its order. */
final class Hop {
  private static final String ORDER = "order:";

  private Hop() {}

  static void isAbout(Exchange exchange, UUID orderId) {
    exchange.setProperty(HopProperty.CORRELATION_ID, orderId);
    exchange.setProperty(HopProperty.ENTITY_KEY, ORDER + orderId);
  }

  static UUID order(Exchange exchange) {
    String key = exchange.getProperty(HopProperty.ENTITY_KEY, "", String.class);
    if (!key.startsWith(ORDER)) {
      throw new RefusedException(
          "NO_ORDER", "the message is about '" + key + "', which is no order", false);
    }
    return UUID.fromString(key.substring(ORDER.length()));
  }

  /** The folder of the route: {@code wms} of {@code wms/shipment.outbound}. */
  static String partner(Exchange exchange) {
    String route = exchange.getFromRouteId();
    int slash = route.indexOf('/');
    return slash < 0 ? route : route.substring(0, slash);
  }
}
