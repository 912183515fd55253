package io.entrepot.app.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrepot.core.fulfilment.ShipOrder;
import io.entrepot.core.fulfilment.ShipOrderHandler;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.Handler;
import org.springframework.stereotype.Component;

/** Takes a document with the fields of {@link ShipOrder}. */
@Component("shipOrder")
public final class ShipOrderCommand {
  private final ShipOrderHandler handler;

  ShipOrderCommand(ShipOrderHandler handler) {
    this.handler = handler;
  }

  @Handler
  public void handle(@Body JsonNode document, Exchange exchange) {
    ShipOrder command = CanonicalDocument.read(document, ShipOrder.class);
    Hop.isAbout(exchange, command.orderId());
    Steps.accept(handler.handle(command));
  }
}
