package io.entrepot.connectors.tosspayments;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The payment object of version 2022-11-16. */
final class SimulatedTossJson {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx", Locale.ROOT)
          .withZone(ZoneId.of("Asia/Seoul"));

  private SimulatedTossJson() {}

  static ObjectNode payment(SimulatedPayment payment, Instant now) {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("mId", "sandbox")
            .put("version", "2022-11-16")
            .put("lastTransactionKey", payment.lastTransactionKey())
            .put("paymentKey", payment.paymentKey())
            .put("orderId", payment.orderId())
            .put("orderName", payment.orderName())
            .put("type", "NORMAL")
            .put("method", "카드")
            .put("currency", "KRW")
            .put("country", "KR")
            .put("status", payment.status(now))
            .put("requestedAt", time(payment.requestedAt()))
            .put("approvedAt", time(payment.approvedAt()))
            .put("useEscrow", false)
            .put("cultureExpense", false)
            .put("isPartialCancelable", true);
    amounts(json, payment);
    json.set("cancels", cancels(payment));
    json.set("card", payment.captured() ? card(payment) : null);
    json.putNull("virtualAccount").putNull("secret").putNull("easyPay");
    json.set("failure", failure(payment.failureCode()));
    return json;
  }

  private static void amounts(ObjectNode json, SimulatedPayment payment) {
    // Of the full price one eleventh is tax; it is taken from what has not been given back.
    long vat = Math.round(payment.balance() / 11.0);
    json.put("totalAmount", payment.amount())
        .put("balanceAmount", payment.balance())
        .put("suppliedAmount", payment.balance() - vat)
        .put("vat", vat)
        .put("taxFreeAmount", 0)
        .put("taxExemptionAmount", 0);
  }

  private static @Nullable ArrayNode cancels(SimulatedPayment payment) {
    if (payment.cancels().isEmpty()) {
      return null;
    }
    ArrayNode cancels = JsonNodeFactory.instance.arrayNode();
    for (SimulatedPayment.Cancel cancel : payment.cancels()) {
      cancels
          .addObject()
          .put("cancelAmount", cancel.amount())
          .put("cancelReason", cancel.reason())
          .put("taxFreeAmount", 0)
          .put("refundableAmount", cancel.balance())
          .put("canceledAt", time(cancel.at()))
          .put("transactionKey", cancel.transactionKey())
          .put("cancelStatus", "DONE");
    }
    return cancels;
  }

  private static ObjectNode card(SimulatedPayment payment) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("amount", payment.amount())
        .put("issuerCode", "4V")
        .put("acquirerCode", "21")
        .put("number", "43301234****123*")
        .put("installmentPlanMonths", 0)
        .put("approveNo", "00000000")
        .put("useCardPoint", false)
        .put("cardType", "신용")
        .put("ownerType", "개인")
        .put("acquireStatus", "READY")
        .put("isInterestFree", false);
  }

  private static @Nullable ObjectNode failure(@Nullable String code) {
    return code == null
        ? null
        : JsonNodeFactory.instance
            .objectNode()
            .put("code", code)
            .put("message", "sandbox: " + code.toLowerCase(Locale.ROOT).replace('_', ' '));
  }

  private static @Nullable String time(@Nullable Instant at) {
    return at == null ? null : TIME.format(at.truncatedTo(ChronoUnit.SECONDS));
  }
}
