package io.entrepot.connectors.tosspayments;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrepot.connectors.spi.sandbox.SandboxAnswer;
import io.entrepot.connectors.spi.sandbox.SandboxRequest;
import io.entrepot.connectors.spi.sandbox.SandboxSite;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The payments API as the shop uses it. */
final class SimulatedTossPayments {
  private static final String API = "/v1/payments/";
  private static final Pattern CANCEL = Pattern.compile("/v1/payments/([^/]+)/cancel");
  private static final int REASON_LENGTH_MAX = 200;

  private final SandboxSite site;
  private final SimulatedTossLedger ledger;

  SimulatedTossPayments(SandboxSite site, SimulatedTossLedger ledger) {
    this.site = site;
    this.ledger = ledger;
  }

  SandboxAnswer answer(SandboxRequest request) {
    String path = request.path();
    if (request.method().equals("GET") && path.startsWith(API + "orders/")) {
      return ok(found(ledger.byOrderId(path.substring((API + "orders/").length()))));
    }
    if (request.method().equals("GET") && path.startsWith(API)) {
      return ok(found(ledger.byKey(path.substring(API.length()))));
    }
    if (request.method().equals("POST") && path.equals(API + "confirm")) {
      return confirm(request);
    }
    Matcher cancel = CANCEL.matcher(path);
    if (request.method().equals("POST") && cancel.matches()) {
      return cancel(found(ledger.byKey(cancel.group(1))), request.json());
    }
    throw SimulatedTossRefusal.of("NOT_FOUND");
  }

  private SandboxAnswer confirm(SandboxRequest request) {
    JsonNode body = request.json();
    if (!body.path("paymentKey").isTextual()
        || !body.path("orderId").isTextual()
        || !body.path("amount").isNumber()) {
      throw SimulatedTossRefusal.of("INVALID_REQUEST");
    }
    SimulatedPayment payment =
        ledger
            .byKey(body.path("paymentKey").textValue())
            .filter(there -> there.orderId().equals(body.path("orderId").textValue()))
            .orElseThrow(() -> SimulatedTossRefusal.of("NOT_FOUND_PAYMENT_SESSION"));
    Instant now = site.clock().instant();
    confirmable(payment, body.path("amount").decimalValue(), now);
    if (site.faults().strikes(TossPaymentsSandbox.DECLINE)) {
      ledger.write(
          site.books(), SimulatedTossEntries.declined(payment, "REJECT_CARD_COMPANY", now));
      throw SimulatedTossRefusal.of("REJECT_CARD_COMPANY");
    }
    ledger.write(site.books(), SimulatedTossEntries.confirmed(payment, now));
    return ok(payment);
  }

  private void confirmable(SimulatedPayment payment, BigDecimal amount, Instant now) {
    if (payment.captured()) {
      throw SimulatedTossRefusal.of("ALREADY_PROCESSED_PAYMENT");
    }
    if (!payment.status(now).equals("IN_PROGRESS")) {
      throw SimulatedTossRefusal.of("NOT_FOUND_PAYMENT_SESSION");
    }
    if (amount.compareTo(BigDecimal.valueOf(payment.amount())) != 0) {
      // The code is not published; this one is what the facts settle on.
      throw SimulatedTossRefusal.of("FORBIDDEN_REQUEST");
    }
  }

  private SandboxAnswer cancel(SimulatedPayment payment, JsonNode body) {
    String reason = body.path("cancelReason").asText();
    if (reason.isBlank() || reason.length() > REASON_LENGTH_MAX) {
      throw SimulatedTossRefusal.of("INVALID_REQUEST");
    }
    if (!payment.captured()) {
      throw SimulatedTossRefusal.of("NOT_CANCELABLE_PAYMENT");
    }
    if (payment.balance() == 0) {
      throw SimulatedTossRefusal.of("ALREADY_CANCELED_PAYMENT");
    }
    long amount = cancelAmount(payment, body.path("cancelAmount"));
    ledger.write(
        site.books(),
        SimulatedTossEntries.cancelled(payment, amount, reason, site.clock().instant()));
    return ok(payment);
  }

  /** All that is left if none is named. */
  private static long cancelAmount(SimulatedPayment payment, JsonNode named) {
    if (named.isMissingNode() || named.isNull()) {
      return payment.balance();
    }
    BigDecimal amount = named.isNumber() ? named.decimalValue() : BigDecimal.ZERO;
    if (amount.signum() <= 0 || amount.stripTrailingZeros().scale() > 0) {
      throw SimulatedTossRefusal.of("INVALID_REQUEST");
    }
    if (amount.compareTo(BigDecimal.valueOf(payment.balance())) > 0) {
      throw SimulatedTossRefusal.of("NOT_CANCELABLE_AMOUNT");
    }
    return amount.longValueExact();
  }

  private static SimulatedPayment found(Optional<SimulatedPayment> payment) {
    return payment.orElseThrow(() -> SimulatedTossRefusal.of("NOT_FOUND_PAYMENT"));
  }

  private SandboxAnswer ok(SimulatedPayment payment) {
    return SandboxAnswer.json(200, SimulatedTossJson.payment(payment, site.clock().instant()));
  }
}
