package io.entrepot.app.payment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.entrepot.app.message.HopProperty;
import io.entrepot.core.id.TimeOrderedId;
import io.entrepot.core.payment.PaymentAttempt;
import io.entrepot.core.payment.PaymentGateway;
import io.entrepot.core.payment.PaymentOutcome;
import java.time.Clock;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Asks a provider by the route {@code direct:<provider>/payment.outbound}. Whatever goes wrong on
 * that way is Unknown, never Declined: only the provider's own word ends a payment.
 */
@Component
final class CamelPaymentGateway implements PaymentGateway {
  private final ObjectProvider<ProducerTemplate> camel;
  private final Clock clock;

  /**
   * @param camel asked late: the routes need what needs us
   */
  CamelPaymentGateway(ObjectProvider<ProducerTemplate> camel, Clock clock) {
    this.camel = camel;
    this.clock = clock;
  }

  @Override
  public PaymentOutcome confirm(PaymentAttempt attempt) {
    return PaymentAnswers.confirmed(ask("confirm-payment", attempt));
  }

  @Override
  public PaymentOutcome lookup(PaymentAttempt attempt) {
    return PaymentAnswers.lookedUp(ask("lookup-payment", attempt));
  }

  private Exchange ask(String operation, PaymentAttempt attempt) {
    String route = "direct:" + attempt.provider() + "/payment.outbound?block=false";
    return camel.getObject().request(route, exchange -> fill(exchange, operation, attempt));
  }

  private void fill(Exchange exchange, String operation, PaymentAttempt attempt) {
    exchange.getMessage().setBody(document(attempt));
    exchange.setProperty(HopProperty.OPERATION, operation);
    exchange.setProperty(HopProperty.CORRELATION_ID, attempt.orderId());
    exchange.setProperty(HopProperty.ENTITY_KEY, "order:" + attempt.orderId());
    // A message of its own for each question: the provider knows repeats by the payment's id.
    exchange.setProperty(
        HopProperty.IDEMPOTENCY_KEY, attempt.attemptId() + ":" + TimeOrderedId.next(clock));
  }

  private static JsonNode document(PaymentAttempt attempt) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("paymentId", attempt.paymentId().toString())
        .put("providerKey", attempt.providerKey())
        .put("amount", attempt.amount().toString());
  }
}
