package io.entrepot.connectors.tosspayments;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrepot.connectors.spi.ErrorClass;
import io.entrepot.connectors.spi.PaymentRefund;
import io.entrepot.connectors.spi.PaymentResult;
import io.entrepot.core.money.Money;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Currency;

/** What Toss's payment object says about a charge or a refund. */
final class TossPaymentsReading {
  private TossPaymentsReading() {}

  static PaymentResult charge(JsonNode payment, String paymentId, Money wanted) {
    String status = payment.path("status").asText();
    return switch (status) {
      case "DONE" -> done(payment, paymentId, wanted);
      case "READY", "IN_PROGRESS", "WAITING_FOR_DEPOSIT" ->
          new PaymentResult.NotCharged(status, "Toss has not charged it: " + status);
      case "ABORTED", "EXPIRED" -> declined(payment, status);
      case "CANCELED" -> new PaymentResult.Declined(status, "charged and given back in full");
      default -> unclear("STATUS", "a person must look, Toss says status '" + status + "'");
    };
  }

  private static PaymentResult done(JsonNode payment, String paymentId, Money wanted) {
    if (!payment.path("orderId").asText().equals(paymentId)) {
      return unclear("OTHER_PAYMENT", "Toss answered with another payment");
    }
    try {
      Money charged = money(payment, payment.path("totalAmount"));
      if (!charged.equals(wanted)) {
        return unclear("OTHER_AMOUNT", "Toss charged " + charged + " instead of " + wanted);
      }
      return new PaymentResult.Approved(
          payment.path("paymentKey").asText(), charged, instant(payment.path("approvedAt")));
    } catch (IllegalArgumentException | DateTimeException e) {
      return unclear("UNREADABLE", "amount or time of Toss's payment cannot be read");
    }
  }

  private static PaymentResult declined(JsonNode payment, String status) {
    String code = payment.path("failure").path("code").asText(status);
    String text = payment.path("failure").path("message").asText("Toss says " + status);
    return new PaymentResult.Declined(code, text);
  }

  static PaymentResult refund(JsonNode payment, PaymentRefund wanted) {
    try {
      JsonNode cancel = payment.path("cancels").path(payment.path("cancels").size() - 1);
      Money given = money(payment, cancel.path("cancelAmount"));
      return given.equals(wanted.amount())
          ? new PaymentResult.Approved(
              wanted.providerKey(), given, instant(cancel.path("canceledAt")))
          : unclear("OTHER_AMOUNT", "Toss gave back " + given + " instead of " + wanted.amount());
    } catch (IllegalArgumentException | DateTimeException e) {
      return unclear("UNREADABLE", "amount or time of Toss's refund cannot be read");
    }
  }

  private static Money money(JsonNode payment, JsonNode amount) {
    if (!amount.isNumber()) {
      throw new IllegalArgumentException("no amount");
    }
    Currency currency = Currency.getInstance(payment.path("currency").asText());
    return Money.ofMajor(amount.decimalValue(), currency);
  }

  private static Instant instant(JsonNode time) {
    return OffsetDateTime.parse(time.asText()).toInstant();
  }

  private static PaymentResult unclear(String code, String text) {
    return new PaymentResult.Unknown(ErrorClass.UNKNOWN_OUTCOME, code, text, null);
  }
}
