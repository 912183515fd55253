package io.entrepot.connectors.tosspayments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.entrepot.connectors.spi.sandbox.SandboxAnswer;
import io.entrepot.connectors.spi.sandbox.SandboxRequest;
import io.entrepot.connectors.spi.sandbox.SandboxSite;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The payment window as a buyer uses it. Toss has no API for it (its script runs in the browser),
 * so this wire is the sandbox's own: {@code POST /_window}, then {@code POST
 * /_window/{paymentKey}/authorise} or {@code /cancel}; both say where the browser goes.
 */
final class SimulatedTossWindow {
  private static final Pattern CHOICE = Pattern.compile("/_window/([^/]+)/(authorise|cancel)");
  private static final Pattern ORDER_ID = Pattern.compile("[A-Za-z0-9_-]{6,64}");
  private static final long AMOUNT_MIN = 100;

  private final SandboxSite site;
  private final SimulatedTossLedger ledger;

  SimulatedTossWindow(SandboxSite site, SimulatedTossLedger ledger) {
    this.site = site;
    this.ledger = ledger;
  }

  SandboxAnswer answer(SandboxRequest request) {
    Matcher choice = CHOICE.matcher(request.path());
    if (!request.method().equals("POST")) {
      throw SimulatedTossRefusal.of("NOT_FOUND");
    }
    if (request.path().equals("/_window")) {
      return open(request.json());
    }
    if (!choice.matches()) {
      throw SimulatedTossRefusal.of("NOT_FOUND");
    }
    return choose(choice.group(1), choice.group(2).equals("authorise"), request.json());
  }

  private SandboxAnswer open(JsonNode body) {
    String orderId = body.path("orderId").asText();
    if (!ORDER_ID.matcher(orderId).matches()) {
      throw SimulatedTossRefusal.of("INVALID_ORDER_ID");
    }
    JsonNode amount = body.path("amount");
    if (!amount.isIntegralNumber() || !body.path("currency").asText("KRW").equals("KRW")) {
      throw SimulatedTossRefusal.of("INVALID_REQUEST");
    }
    if (amount.longValue() < AMOUNT_MIN) {
      throw SimulatedTossRefusal.of("BELOW_MINIMUM_AMOUNT");
    }
    return opened(session(orderId, amount.longValue(), body.path("orderName").asText()));
  }

  /** A buyer who comes back to an open window finds the same one. */
  private SimulatedPayment session(String orderId, long amount, String orderName) {
    Instant now = site.clock().instant();
    Optional<SimulatedPayment> before = ledger.byOrderId(orderId);
    if (before.isPresent() && before.get().captured()) {
      throw SimulatedTossRefusal.of("ALREADY_PROCESSED_PAYMENT");
    }
    return before
        .filter(payment -> payment.open(now) && payment.amount() == amount)
        .orElseGet(
            () ->
                ledger.write(
                    site.books(), SimulatedTossEntries.window(orderId, amount, orderName, now)));
  }

  private SandboxAnswer opened(SimulatedPayment payment) {
    return SandboxAnswer.json(
        200,
        JsonNodeFactory.instance
            .objectNode()
            .put("paymentKey", payment.paymentKey())
            .put("status", payment.status(site.clock().instant())));
  }

  private SandboxAnswer choose(String paymentKey, boolean authorise, JsonNode body) {
    Instant now = site.clock().instant();
    SimulatedPayment payment =
        ledger
            .byKey(paymentKey)
            .filter(there -> there.open(now))
            .orElseThrow(() -> SimulatedTossRefusal.of("NOT_FOUND_PAYMENT_SESSION"));
    if (!authorise) {
      ledger.write(
          site.books(), SimulatedTossEntries.declined(payment, "PAY_PROCESS_CANCELED", now));
      return goTo(
          body.path("failUrl").asText()
              + "?code=PAY_PROCESS_CANCELED&message="
              + encoded("the buyer closed the window")
              + "&orderId="
              + encoded(payment.orderId()));
    }
    if (payment.status(now).equals("READY")) {
      ledger.write(site.books(), SimulatedTossEntries.authorised(payment, now));
    }
    return goTo(
        body.path("successUrl").asText()
            + "?paymentType=NORMAL&orderId="
            + encoded(payment.orderId())
            + "&paymentKey="
            + encoded(paymentKey)
            + "&amount="
            + payment.amount());
  }

  private static SandboxAnswer goTo(String address) {
    return SandboxAnswer.json(200, JsonNodeFactory.instance.objectNode().put("returnUrl", address));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
