package io.entrepot.app.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrepot.core.fulfilment.FulfilmentQueries;
import io.entrepot.core.fulfilment.RecordTracking;
import io.entrepot.core.fulfilment.RecordTrackingHandler;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.Handler;
import org.springframework.stereotype.Component;

/** Takes a document with the fields of {@link RecordTracking}. */
@Component("recordTracking")
public final class RecordTrackingCommand {
  private final RecordTrackingHandler handler;
  private final FulfilmentQueries shipments;

  RecordTrackingCommand(RecordTrackingHandler handler, FulfilmentQueries shipments) {
    this.handler = handler;
    this.shipments = shipments;
  }

  @Handler
  public void handle(@Body JsonNode document, Exchange exchange) {
    RecordTracking command = CanonicalDocument.read(document, RecordTracking.class);
    shipments
        .byWaybill(command.carrier(), command.waybill())
        .ifPresent(shipment -> Hop.isAbout(exchange, shipment.orderId()));
    Steps.accept(handler.handle(command));
  }
}
