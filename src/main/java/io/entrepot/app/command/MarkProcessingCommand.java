package io.entrepot.app.command;

import io.entrepot.core.order.MarkProcessing;
import io.entrepot.core.order.MarkProcessingHandler;
import org.apache.camel.Exchange;
import org.apache.camel.Handler;
import org.springframework.stereotype.Component;

/** The warehouse has taken the order that this exchange is about. */
@Component("markProcessing")
public final class MarkProcessingCommand {
  private final MarkProcessingHandler handler;

  MarkProcessingCommand(MarkProcessingHandler handler) {
    this.handler = handler;
  }

  @Handler
  public void handle(Exchange exchange) {
    Steps.accept(handler.handle(new MarkProcessing(Hop.order(exchange))));
  }
}
