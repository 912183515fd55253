package io.entrepot.app.payment;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrepot.app.failure.Failure;
import io.entrepot.connectors.spi.PaymentOperations;
import io.entrepot.core.money.Money;
import io.entrepot.core.payment.PaymentOutcome;
import java.time.DateTimeException;
import java.time.Instant;
import org.apache.camel.Exchange;

/** Reads what a payment operation of a connector answered; what is not understood is Unknown. */
final class PaymentAnswers {
  private PaymentAnswers() {}

  static PaymentOutcome confirmed(Exchange exchange) {
    PaymentOutcome outcome = lookedUp(exchange);
    // Asked to charge, "not yet" settles nothing: the resolver will ask again.
    return outcome instanceof PaymentOutcome.NotCharged notYet
        ? new PaymentOutcome.Unknown(notYet.text())
        : outcome;
  }

  static PaymentOutcome lookedUp(Exchange exchange) {
    Exception failed = exchange.getException();
    if (failed != null) {
      Failure failure = Failure.of(failed);
      return new PaymentOutcome.Unknown(failure.errorClass() + ": " + failure.text());
    }
    JsonNode answer = exchange.getMessage().getBody(JsonNode.class);
    try {
      return answer == null ? notUnderstood("nothing") : read(answer);
    } catch (IllegalArgumentException | DateTimeException e) {
      return notUnderstood("an amount or a time that is none");
    }
  }

  private static PaymentOutcome read(JsonNode answer) {
    String result = answer.path("result").asText();
    return switch (result) {
      case PaymentOperations.APPROVED ->
          new PaymentOutcome.Approved(
              answer.path("providerKey").asText(),
              Money.parse(answer.path("amount").asText()),
              Instant.parse(answer.path("at").asText()));
      case PaymentOperations.DECLINED ->
          new PaymentOutcome.Declined(answer.path("code").asText(), answer.path("text").asText());
      case PaymentOperations.NOT_CHARGED ->
          new PaymentOutcome.NotCharged(answer.path("text").asText());
      default -> notUnderstood("'" + result + "'");
    };
  }

  private static PaymentOutcome notUnderstood(String what) {
    return new PaymentOutcome.Unknown("the payment operation answered " + what);
  }
}
