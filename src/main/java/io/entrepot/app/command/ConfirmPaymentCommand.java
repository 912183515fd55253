package io.entrepot.app.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrepot.app.failure.RefusedException;
import io.entrepot.core.payment.ConfirmPayment;
import io.entrepot.core.payment.ConfirmPaymentHandler;
import io.entrepot.core.payment.ConfirmPaymentResult;
import io.entrepot.core.payment.PaymentQueries;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.Handler;
import org.springframework.stereotype.Component;

/**
 * Takes a document with the fields of {@link ConfirmPayment}. A decline and an unknown outcome are
 * stored by the core; for the message they are an end like any other.
 */
@Component("confirmPayment")
public final class ConfirmPaymentCommand {
  private final ConfirmPaymentHandler handler;
  private final PaymentQueries payments;

  ConfirmPaymentCommand(ConfirmPaymentHandler handler, PaymentQueries payments) {
    this.handler = handler;
    this.payments = payments;
  }

  @Handler
  public void handle(@Body JsonNode document, Exchange exchange) {
    ConfirmPayment command = CanonicalDocument.read(document, ConfirmPayment.class);
    payments
        .find(command.paymentId())
        .ifPresent(payment -> Hop.isAbout(exchange, payment.orderId()));
    if (handler.handle(command) instanceof ConfirmPaymentResult.Refused refused) {
      accept(refused);
    }
  }

  private static void accept(ConfirmPaymentResult.Refused refused) {
    switch (refused.code()) {
      case ALREADY_PAID -> {}
      case PAYMENT_IN_PROGRESS ->
          throw new RefusedException(refused.code().name(), refused.detail(), true);
      case UNKNOWN_ORDER,
          UNKNOWN_PAYMENT,
          ORDER_NOT_PAYABLE,
          AMOUNT_MISMATCH,
          PAYMENT_CLOSED,
          PROVIDER_KEY_USED ->
          throw new RefusedException(refused.code().name(), refused.detail(), false);
    }
  }
}
