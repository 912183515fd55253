package io.entrepot.app.command;

import io.entrepot.app.failure.RefusedException;
import io.entrepot.core.payment.PaymentRefusal;
import io.entrepot.core.payment.RequestPayment;
import io.entrepot.core.payment.RequestPaymentHandler;
import io.entrepot.core.payment.RequestPaymentResult;
import org.apache.camel.Exchange;
import org.apache.camel.Handler;
import org.springframework.stereotype.Component;

/** Asks for the money of the exchange's order at the provider whose folder the route is in. */
@Component("requestPayment")
public final class RequestPaymentCommand {
  private final RequestPaymentHandler handler;

  RequestPaymentCommand(RequestPaymentHandler handler) {
    this.handler = handler;
  }

  @Handler
  public void handle(Exchange exchange) {
    RequestPaymentResult result =
        handler.handle(new RequestPayment(Hop.order(exchange), Hop.partner(exchange)));
    // An order cancelled before we came wants no payment: that is no failure of the message.
    if (result instanceof RequestPaymentResult.Refused refused
        && refused.code() != PaymentRefusal.ORDER_NOT_PAYABLE) {
      throw new RefusedException(refused.code().name(), refused.detail(), false);
    }
  }
}
