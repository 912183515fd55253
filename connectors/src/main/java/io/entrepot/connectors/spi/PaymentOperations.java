package io.entrepot.connectors.spi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entrepot.core.money.Money;
import java.time.Duration;
import java.util.Map;

/**
 * A payment provider as operations, so that a route can call it.
 *
 * <ul>
 *   <li>{@code confirm-payment {paymentId, providerKey, amount}}
 *   <li>{@code lookup-payment {paymentId, amount}}
 *   <li>{@code refund-payment {refundId, providerKey, amount, reason}}
 * </ul>
 *
 * Each answers {@code {result: APPROVED, providerKey, amount, at}}, or {@code {result, code, text}}
 * with DECLINED or NOT_CHARGED; money as {@code 15000 KRW}, instants ISO-8601. What is unknown is
 * thrown as a {@link PartnerException}, so that it is journaled and counted as the failure it is.
 * The provider makes the idempotency key from the payment's or refund's id; the call's is not used.
 */
public final class PaymentOperations {
  /** {@code result} of what is done. */
  public static final String APPROVED = "APPROVED";

  /** {@code result} of what will not be done. */
  public static final String DECLINED = "DECLINED";

  /** {@code result} of what is not done yet. */
  public static final String NOT_CHARGED = "NOT_CHARGED";

  private PaymentOperations() {}

  public static Map<String, Operation> of(PaymentProvider provider) {
    return Map.of(
        "confirm-payment",
        call -> answer(() -> provider.confirm(confirmation(call.body()), call.timeout())),
        "lookup-payment",
        call -> answer(() -> provider.lookup(lookup(call.body()), call.timeout())),
        "refund-payment",
        call -> answer(() -> provider.refund(refund(call.body()), call.timeout())));
  }

  private interface Asking {
    PaymentResult ask() throws PartnerException;
  }

  private static PartnerAnswer answer(Asking asking) throws PartnerException {
    long start = System.nanoTime();
    JsonNode body = json(asking.ask());
    return new PartnerAnswer(body, 200, Duration.ofNanos(System.nanoTime() - start));
  }

  private static PaymentConfirmation confirmation(JsonNode body) throws PartnerException {
    return new PaymentConfirmation(
        text(body, "paymentId"), text(body, "providerKey"), amount(body));
  }

  private static PaymentLookup lookup(JsonNode body) throws PartnerException {
    return new PaymentLookup(text(body, "paymentId"), amount(body));
  }

  private static PaymentRefund refund(JsonNode body) throws PartnerException {
    return new PaymentRefund(
        text(body, "refundId"), text(body, "providerKey"), amount(body), text(body, "reason"));
  }

  private static Money amount(JsonNode body) throws PartnerException {
    try {
      return Money.parse(text(body, "amount"));
    } catch (IllegalArgumentException e) {
      throw wrongRequest("amount: " + e.getMessage());
    }
  }

  private static String text(JsonNode body, String field) throws PartnerException {
    JsonNode value = body.path(field);
    if (!value.isTextual() || value.textValue().isBlank()) {
      throw wrongRequest(field + " is missing; give it as a text");
    }
    return value.textValue();
  }

  private static PartnerException wrongRequest(String problem) {
    return new PartnerException(ErrorClass.OUR_BUG, "WRONG_REQUEST", problem);
  }

  private static JsonNode json(PaymentResult result) throws PartnerException {
    if (result instanceof PaymentResult.Approved approved) {
      return result(APPROVED)
          .put("providerKey", approved.providerKey())
          .put("amount", approved.amount().toString())
          .put("at", approved.at().toString());
    }
    if (result instanceof PaymentResult.Declined declined) {
      return result(DECLINED).put("code", declined.code()).put("text", declined.text());
    }
    if (result instanceof PaymentResult.NotCharged open) {
      return result(NOT_CHARGED).put("code", open.code()).put("text", open.text());
    }
    PaymentResult.Unknown unknown = (PaymentResult.Unknown) result;
    throw new PartnerException(
        unknown.errorClass(), unknown.code(), unknown.text(), unknown.retryAfter());
  }

  private static ObjectNode result(String name) {
    return JsonNodeFactory.instance.objectNode().put("result", name);
  }
}
